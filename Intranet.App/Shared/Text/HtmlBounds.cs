using System.Text.RegularExpressions;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Text;

/// <summary>Keeps foreign HTML away from the parser when a tree built from it would be huge or deep.</summary>
internal static partial class HtmlBounds
{
    private const int MaxTags = 10_000;
    private const int MaxOpen = 60;
    private const string TooDeep = "This text is nested too deeply to show. Flatten the lists or quotes.";

    /// <summary>A browser's parser repeats unclosed formatting in every later block, so few may stay open at once.</summary>
    public static void Check(string html)
    {
        var (tags, open) = (0, new Dictionary<string, int>());
        foreach (var match in Tag().EnumerateMatches(html))
        {
            var tag = html.AsSpan(match.Index + 1, match.Length - 1);
            var closes = tag[0] == '/';
            var name = tag[(closes ? 1 : 0)..].ToString().ToLowerInvariant();
            if (++tags > MaxTags)
            {
                throw new Refusal($"This text has more than {MaxTags:N0} HTML tags.");
            }

            if (!IsVoid(name))
            {
                open[name] = Math.Max(0, open.GetValueOrDefault(name) + (closes ? -1 : 1));
                if (!ClosesItself(name) && open[name] > MaxOpen)
                {
                    throw new Refusal(TooDeep);
                }
            }
        }
    }

    private static bool IsVoid(string name) => name is "br" or "hr" or "img" or "input" or "wbr" or "meta" or "link" or "col";

    private static bool ClosesItself(string name) =>
        name is "p" or "li" or "dt" or "dd" or "tr" or "td" or "th" or "tbody" or "thead" or "tfoot" or "option";

    [GeneratedRegex("</?[a-zA-Z][^\\s/>]{0,30}", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
