using System.Text.RegularExpressions;

namespace Intranet.App.Feeds.Imports;

/// <summary>Reads the plain text of chat exports, where people, links and three signs are written in angle brackets and entities.</summary>
internal static partial class ChatText
{
    public static string ToMarkdown(string text)
    {
        if (!text.AsSpan().ContainsAny('<', '&'))
            return text;
        text = Named().Replace(text, match => $"{match.Groups["sign"].Value}{match.Groups["name"].Value}");
        text = Labelled().Replace(text, "[${label}](<${address}>)");
        return text.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);
    }

    /// <summary>&lt;@Ann&gt; and &lt;#C06V96CKX|general&gt;</summary>
    [GeneratedRegex(@"<(?<sign>[@#])(?:[^<>|\s]+\|)?(?<name>[^<>|]+)>")]
    private static partial Regex Named();

    /// <summary>&lt;https://example.org|our page&gt;</summary>
    [GeneratedRegex(@"<(?<address>(?:https?://|mailto:)[^<>|\s]+)\|(?<label>[^<>|\[\]]+)>")]
    private static partial Regex Labelled();
}
