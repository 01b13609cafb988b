using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Intranet.App.Shared.Text;

/// <summary>Writes cleaned HTML down as the Markdown somebody would have typed, so that it can be found and edited.</summary>
public static partial class HtmlToMarkdown
{
    public static string Write(SafeHtml html) => Blocks(new HtmlParser().ParseDocument("<body>" + html.Value).Body!);

    private static string Blocks(INode parent)
    {
        var blocks = new List<string>();
        var line = new StringBuilder();
        foreach (var child in parent.ChildNodes)
            if (child is IElement element && Block(element) is { } block)
            {
                EndParagraph();
                if (block.Length > 0)
                    blocks.Add(block);
            }
            else
                Inline(line, child);
        EndParagraph();
        return string.Join("\n\n", blocks);

        void EndParagraph()
        {
            var paragraph = BlockSign().Replace(line.ToString().Trim(), "$1\\$2");
            if (paragraph.Length > 0)
                blocks.Add(paragraph);
            line.Clear();
        }
    }

    /// <summary>The Markdown of a block; null for what stands in a line.</summary>
    private static string? Block(IElement element) =>
        element.LocalName switch
        {
            "p" or "div" or "dl" or "dt" or "dd" => Blocks(element),
            // Rendering puts headings two levels lower; writing takes them back.
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => $"{new string('#', Math.Max(1, element.LocalName[1] - '2'))} {Line(element)}",
            "pre" => Fenced(element.TextContent.TrimEnd('\n')),
            "blockquote" => Prefixed(Blocks(element), "> ", "> "),
            "ul" => Items(element, _ => "- "),
            "ol" => Items(element, place => $"{place + 1}. "),
            "table" => Rows(element),
            "hr" => "---",
            _ => null,
        };

    private static void Inline(StringBuilder line, INode node)
    {
        switch (node)
        {
            case IText text:
                line.Append(Sign().Replace(Blank().Replace(text.Data, " "), "\\$0"));
                break;
            case IElement { LocalName: "br" }:
                line.Append('\n');
                break;
            case IElement { LocalName: "code" } code:
                line.Append(Code(code.TextContent));
                break;
            case IElement { LocalName: "img" } image:
                line.Append($"![{image.GetAttribute("alt")}]({image.GetAttribute("src")})");
                break;
            case IElement element:
                var inner = new StringBuilder();
                foreach (var child in element.ChildNodes)
                    Inline(inner, child);
                line.Append(Dressed(element, inner.ToString()));
                break;
        }
    }

    private static string Dressed(IElement element, string inner)
    {
        var (left, right) = element.LocalName switch
        {
            "strong" or "b" => ("**", "**"),
            "em" or "i" => ("*", "*"),
            "del" or "s" => ("~~", "~~"),
            "a" when element.GetAttribute("href") is { } address => ("[", $"](<{address.Replace(">", "%3E", StringComparison.Ordinal)}>)"),
            _ => ("", ""),
        };
        // Signs stand close to the words, or they are none.
        var words = inner.Trim();
        if (words.Length == 0 || left.Length == 0)
            return inner;
        return inner[..inner.IndexOf(words, StringComparison.Ordinal)]
            + left
            + words
            + right
            + inner[(inner.IndexOf(words, StringComparison.Ordinal) + words.Length)..];
    }

    private static string Line(INode node)
    {
        var line = new StringBuilder();
        foreach (var child in node.ChildNodes)
            Inline(line, child);
        return line.ToString().ReplaceLineEndings(" ").Trim();
    }

    private static string Items(IElement list, Func<int, string> mark) =>
        string.Join(
            '\n',
            list.Children.Where(item => item.LocalName == "li")
                .Select((item, place) => Prefixed(Blocks(item), mark(place), new string(' ', mark(place).Length)))
        );

    private static string Rows(IElement table)
    {
        var rows = table
            .QuerySelectorAll("tr")
            .Select(row => row.Children.Select(cell => Line(cell).Replace("|", "\\|", StringComparison.Ordinal)).ToList())
            .Where(row => row.Count > 0)
            .ToList();
        return string.Join(
            '\n',
            rows.SelectMany((row, place) => place == 0 ? [Row(row), Row(row.Select(_ => "---"))] : new[] { Row(row) })
        );

        static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
    }

    private static string Code(string text)
    {
        var fence = new string('`', Longest(text) + 1);
        var space = text.StartsWith('`') || text.EndsWith('`') ? " " : "";
        return text.Length == 0 ? "" : $"{fence}{space}{text.ReplaceLineEndings(" ")}{space}{fence}";
    }

    private static string Fenced(string text)
    {
        var fence = new string('`', Math.Max(3, Longest(text) + 1));
        return $"{fence}\n{text}\n{fence}";
    }

    private static int Longest(string text) => Ticks().Matches(text).Select(ticks => ticks.Length).DefaultIfEmpty(0).Max();

    private static string Prefixed(string text, string first, string further) => first + text.Replace("\n", "\n" + further);

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    /// <summary>What Markdown would take for a sign of its own; an underscore within a word is none, nor a backslash before a letter.</summary>
    [GeneratedRegex(@"\\(?=[!-/:-@\[-`{-~]|$)|[*`\[\]<~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])")]
    private static partial Regex Sign();

    [GeneratedRegex(@"^(\s*\d{0,9})([#>+\-.)])(?=\s|$|[#>])", RegexOptions.Multiline)]
    private static partial Regex BlockSign();
}
