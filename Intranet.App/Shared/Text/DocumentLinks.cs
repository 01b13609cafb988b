using System.Text.RegularExpressions;

namespace Intranet.App.Shared.Text;

/// <summary>Finds the documents a rendered text links to. The links stand in the HTML that is read anyway, so they are kept nowhere else and are never out of date.</summary>
internal static partial class DocumentLinks
{
    /// <summary>Further links of one text stay mere links.</summary>
    public const int Most = 20;

    /// <summary>The documents by id, each once, in their order.</summary>
    public static IReadOnlyList<Guid> In(string html)
    {
        // Nearly no text links to a document, and looking for one word in it costs next to nothing.
        if (!html.Contains("/documents/", StringComparison.Ordinal))
            return [];
        var found = new List<Guid>();
        for (var link = Link().Match(html); link.Success && found.Count < Most; link = link.NextMatch())
            if (Guid.Parse(link.Groups[1].ValueSpan) is var id && !found.Contains(id))
                found.Add(id);
        return found.Count == 0 ? [] : found;
    }

    // An address copied from the browser names the server in front; its name may have changed since, the id has not.
    [GeneratedRegex(
        """href="(?:https?://[^"/\s]{1,253})?(?:/files)?/documents/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=["/?#])""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Link();
}
