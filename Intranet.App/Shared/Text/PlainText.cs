using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Text;

/// <summary>Text without markup, for excerpts, notifications, mail and search.</summary>
public static class PlainText
{
    /// <summary>The length of an excerpt, in UTF-16 units, the ellipsis included.</summary>
    public const int MaxExcerpt = 280;

    /// <summary>The beginning of a text on one line, cut between graphemes and, where that is near, between words.</summary>
    public static string Excerpt(string text, int max = MaxExcerpt)
    {
        var line = OneLine.Of(text);
        if (line.Length <= max)
        {
            return line;
        }

        var end = 0;
        while (StringInfo.GetNextTextElementLength(line, end) is var next && end + next <= max - 1)
        {
            end += next;
        }

        var space = line.LastIndexOf(' ', Math.Max(end - 1, 0));
        end = line[end] != ' ' && space > max - 30 ? space : end;
        return line[..end].TrimEnd() + "…";
    }

    /// <summary>The text of HTML that was cleaned before it was stored.</summary>
    public static string OfHtml(string html) => Of(new HtmlParser().ParseDocument(html).Body!);

    /// <summary>The text of an already cleaned tree; blocks end with a line break.</summary>
    internal static string Of(INode root)
    {
        var text = new StringBuilder();
        Append(text, root, preformatted: false);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, INode node, bool preformatted)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText run:
                    AppendRun(text, run.Data, preformatted);
                    break;
                case IHtmlImageElement image:
                    AppendRun(text, image.AlternativeText ?? "", preformatted);
                    break;
                case IHtmlBreakRowElement or IHtmlHrElement:
                    text.Append('\n');
                    break;
                case IElement element:
                    var block = IsBlock(element.LocalName);
                    EndLine(text, block);
                    Append(text, element, preformatted || element.LocalName == "pre");
                    EndLine(text, block);
                    if (element.LocalName is "td" or "th")
                    {
                        text.Append('\t');
                    }

                    break;
            }
        }
    }

    private static void AppendRun(StringBuilder text, string data, bool preformatted)
    {
        foreach (var c in data)
        {
            var blank = char.IsWhiteSpace(c) && !preformatted;
            if (!blank)
            {
                text.Append(c);
            }
            else if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
            {
                text.Append(' ');
            }
        }
    }

    private static void EndLine(StringBuilder text, bool block)
    {
        if (block && text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    private static bool IsBlock(string tag) =>
        tag
            is "p"
                or "div"
                or "ul"
                or "ol"
                or "li"
                or "dl"
                or "dt"
                or "dd"
                or "pre"
                or "blockquote"
                or "table"
                or "tr"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6";
}
