using System.Text;
using System.Text.RegularExpressions;

namespace Intranet.App.Documents.Wiki;

/// <summary>Finds the links in the text of a page, outside of code, and puts others in their place.</summary>
internal static partial class LinkText
{
    /// <summary>A line as long as a page takes a moment at most; what takes longer is left as it is.</summary>
    private const int Patience = 200;

    /// <summary>What links by names and paths mean, in their order.</summary>
    public static IEnumerable<LinkTarget> Targets(string text)
    {
        var found = new List<LinkTarget>();
        Replace(
            text,
            target =>
            {
                found.Add(target);
                return null;
            }
        );
        return found;
    }

    /// <summary>The documents that are linked by id.</summary>
    public static IEnumerable<Guid> Ids(string text) => ById().Matches(text).Select(m => Guid.Parse(m.Groups["id"].Value)).Distinct();

    /// <summary>Puts a link by id in the place of those for which one is known.</summary>
    public static string Replace(string text, Func<LinkTarget, (Guid Id, string Title)?> known)
    {
        var (written, fence) = (new StringBuilder(text.Length), "");
        foreach (var line in text.Split('\n'))
        {
            var mark = Fence().Match(line).Groups["mark"].Value;
            if (fence.Length > 0)
                fence = mark.StartsWith(fence, StringComparison.Ordinal) ? "" : fence;
            else if (mark.Length > 0)
                fence = mark;
            written.Append(fence.Length > 0 || mark.Length > 0 ? line : Line(line, known)).Append('\n');
        }
        return written.ToString(0, written.Length - 1);
    }

    /// <summary>A name as words of a link, with the signs that mean something there made harmless.</summary>
    public static string Plain(string name) => Signs().Replace(name, @"\$0");

    private static string Line(string line, Func<LinkTarget, (Guid Id, string Title)?> known)
    {
        try
        {
            return Link().Replace(line, match => Put(match, known) ?? match.Value);
        }
        catch (RegexMatchTimeoutException)
        {
            return line;
        }
    }

    private static string? Put(Match match, Func<LinkTarget, (Guid Id, string Title)?> known)
    {
        var (name, path) = (match.Groups["name"], match.Groups["path"]);
        if (name.Success)
        {
            return known(new LinkTarget(name.Value.Trim(), IsName: true)) is { } named
                ? $"[{(match.Groups["words"] is { Success: true } words ? words.Value.Trim() : Plain(named.Title))}](/documents/{named.Id})"
                : null;
        }
        if (!path.Success || Outward().IsMatch(path.Value))
            return null;
        var plain = Uri.UnescapeDataString(path.Value.Trim('<', '>', ' ').Split('#')[0]);
        return plain.Length > 0 && known(new LinkTarget(plain, IsName: false)) is { } there
            ? $"[{match.Groups["label"].Value}](/documents/{there.Id})"
            : null;
    }

    [GeneratedRegex(@"/documents/(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-f/])", RegexOptions.IgnoreCase)]
    private static partial Regex ById();

    [GeneratedRegex("^ {0,3}(?<mark>`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex(@"[\\\[\]`*_<>]")]
    private static partial Regex Signs();

    /// <summary>Leads out of the tree: has a scheme, stands at the root, or stays on the page.</summary>
    [GeneratedRegex(@"^<?\s*([a-z][a-z0-9+.-]*:|/|#|\\)", RegexOptions.IgnoreCase)]
    private static partial Regex Outward();

    [GeneratedRegex(
        """
            `[^`]*`
            | \[\[ (?<name>[^\[\]|]{1,200}) (?:\| (?<words>[^\[\]|]{1,200}))? \]\]
            | (?<!!) \[ (?<label>(?:[^\[\]\\]|\\.){1,300}) \] \( (?<path>[^()"\[\]]{1,500}?) (?:\s{1,9}"[^"]*")? \)
            """,
        RegexOptions.IgnorePatternWhitespace,
        Patience
    )]
    private static partial Regex Link();
}

/// <summary>What a link by hand means: the name of a page, or a path from where the page lies.</summary>
internal readonly record struct LinkTarget(string Path, bool IsName);
