using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>The text of a web page, as a reader would see it.</summary>
internal static class Pages
{
    public static void Read(Source source) => Append(source, source.Whole());

    public static void Append(Source source, byte[] bytes) => Append(source, Decode(bytes));

    /// <summary>Walks without recursion: pages are nested as deep as their authors please.</summary>
    public static void Append(Source source, string html)
    {
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }, BrowsingContext.New()).ParseDocument(html);
        source.Text.Flow(document.Title ?? "");
        source.Text.EndLine();
        var rest = new Stack<(INode Node, bool Leaving)>([(document.DocumentElement, false)]);
        while (rest.TryPop(out var next))
        {
            if (next.Node is IText run)
                source.Text.Flow(run.Data);
            if (next.Node is not IElement element || IsSilent(element.LocalName))
                continue;
            if (element.LocalName is "td" or "th" && next.Leaving)
                source.Text.EndCell();
            else if (!IsInline(element.LocalName))
                source.Text.EndLine();
            if (next.Leaving)
                continue;
            rest.Push((element, true));
            for (var child = element.LastChild; child is not null; child = child.PreviousSibling)
                rest.Push((child, false));
        }
    }

    /// <summary>What the page says of its encoding counts only when its bytes do not tell better.</summary>
    private static string Decode(byte[] bytes)
    {
        var found = Charset.Of(bytes);
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 2048));
        var told = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (found is UTF8Encoding or UnicodeEncoding || told < 0)
            return found.GetString(bytes);
        var name = new string([.. head[(told + 8)..].TrimStart('"', '\'').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
        return (Charset.Named(name) is { } said and not UTF8Encoding ? said : found).GetString(bytes);
    }

    private static bool IsSilent(string tag) =>
        tag is "script" or "style" or "template" or "noscript" or "title" or "iframe" or "object" or "textarea" or "select";

    private static bool IsInline(string tag) =>
        tag
            is "a"
                or "b"
                or "i"
                or "u"
                or "s"
                or "em"
                or "strong"
                or "span"
                or "font"
                or "small"
                or "sub"
                or "sup"
                or "code"
                or "img"
                or "abbr"
                or "mark"
                or "td"
                or "th"
                or "q"
                or "cite"
                or "ruby"
                or "rt"
                or "label"
                or "bdo"
                or "bdi";
}
