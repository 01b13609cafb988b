using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Intranet.Tests.Shared.Text;

/// <summary>Reads HTML as a browser would and says what in it could act, load or pretend.</summary>
internal static class ShownDom
{
    private static readonly HashSet<string> Tags =
    [
        .. "p br hr h3 h4 h5 h6 div span strong b em i u del s sub sup kbd code pre blockquote ul ol li dl dt dd table thead tbody tr th td a img".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> Attributes =
    [
        .. "href title src alt class start align rel loading decoding width height".Split(' '),
    ];

    public static IHtmlDocument Parse(string html, bool scripting = false) =>
        new HtmlParser(new HtmlParserOptions { IsScripting = scripting }).ParseDocument("<body>" + html);

    public static IReadOnlyList<string> Dangers(string html)
    {
        var found = new List<string>();
        foreach (var document in new[] { Parse(html), Parse(html, scripting: true) })
        {
            foreach (var element in document.Body!.QuerySelectorAll("*"))
            {
                found.AddRange(DangersOf(element));
            }

            if (document.Body!.InnerHtml != Parse(document.Body.InnerHtml).Body!.InnerHtml)
            {
                found.Add("reads differently the second time");
            }
        }

        return found;
    }

    private static IEnumerable<string> DangersOf(IElement element)
    {
        if (!Tags.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
        {
            yield return $"<{element.LocalName}>";
        }

        foreach (var attribute in element.Attributes)
        {
            if (!Attributes.Contains(attribute.Name))
            {
                yield return $"{element.LocalName} {attribute.Name}";
            }
        }

        if (element.GetAttribute("href") is { } href && !IsHarmless(href))
        {
            yield return $"href {href}";
        }

        if (
            element.GetAttribute("src") is { } src
            && !(src.StartsWith("/files/", StringComparison.Ordinal) && !src.Contains("..", StringComparison.Ordinal))
        )
        {
            yield return $"src {src}";
        }

        var meant = element.GetAttribute("class");
        var own = element.GetAttribute("href") is { } to && to.StartsWith('/');
        if (meant is not null && !meant.StartsWith("language-", StringComparison.Ordinal) && !(own && meant is "mention" or "topic"))
        {
            yield return $"class {meant}";
        }
    }

    /// <summary>Judged on the raw characters, since a browser drops tabs, line ends and leading controls before it looks.</summary>
    private static bool IsHarmless(string href) =>
        !href.Any(c => c <= ' ' || c == '\\' || char.IsControl(c))
        && (
            href.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || href.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || (href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal))
        );
}
