using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Text;

/// <summary>The elements, attributes and addresses that may stand in shown text; all else is taken out.</summary>
internal static class AllowList
{
    private const int MaxDepth = 300;
    private const string Align = "text-align:";

    private static readonly HtmlSanitizer Sanitizer = new(
        new HtmlSanitizerOptions
        {
            AllowedTags = Set(
                "p br hr h1 h2 h3 h4 h5 h6 div span strong b em i u del s sub sup kbd code pre blockquote "
                    + "ul ol li dl dt dd table thead tbody tr th td a img"
            ),
            AllowedAttributes = Set("href title src alt class start align"),
            AllowedSchemes = Set("http https mailto"),
            UriAttributes = Set("href src"),
        }
    )
    {
        KeepChildNodes = true,
    };

    /// <summary>These go with everything inside them: their content is not text, or is read differently by other parsers.</summary>
    private static readonly HashSet<string> Dropped = Set(
        "script style iframe frame frameset object embed applet svg math template noscript noembed noframes "
            + "textarea select button title xmp plaintext listing audio video canvas map dialog head base meta link"
    );

    public static IHtmlDocument Clean(string html)
    {
        var document = Parse(html);
        DropWhole(document.Body!);
        Sanitizer.SanitizeDom(document, document.Body);
        foreach (var element in document.Body!.QuerySelectorAll("a, img, [class], [start], [align]").ToList())
        {
            ContentRules.Apply(document, element);
        }

        return document;
    }

    private static IHtmlDocument Parse(string html)
    {
        try
        {
            return new HtmlParser().ParseDocument("<body>" + html);
        }
        catch (NullReferenceException)
        {
            // AngleSharp 1.9 loses its place in some broken tables; the sender's fault, not ours.
            throw new Refusal("This HTML is broken and cannot be read.");
        }
    }

    /// <summary>Walks without recursion, because what comes after it recurses and must not meet a deep tree.</summary>
    private static void DropWhole(IElement body)
    {
        var rest = new Stack<(INode Node, int Depth)>([(body, 0)]);
        var dropped = new List<INode>();
        while (rest.TryPop(out var next))
        {
            if (next.Depth > MaxDepth)
            {
                throw new Refusal(Markdown.TooDeep);
            }

            foreach (var child in next.Node.ChildNodes)
            {
                if (child is IComment || (child is IElement element && IsDropped(element)))
                {
                    dropped.Add(child);
                }
                else
                {
                    TakeStyle(child as IElement);
                    rest.Push((child, next.Depth + 1));
                }
            }
        }

        dropped.ForEach(node => node.Parent?.RemoveChild(node));
    }

    /// <summary>Of all style only the alignment of table cells is kept, as an attribute.</summary>
    private static void TakeStyle(IElement? element)
    {
        if (element?.GetAttribute("style") is not { } style)
        {
            return;
        }

        element.RemoveAttribute("style");
        if (element.LocalName is "td" or "th" && style.StartsWith(Align, StringComparison.Ordinal))
        {
            element.SetAttribute("align", style[Align.Length..].Trim(' ', ';'));
        }
    }

    private static bool IsDropped(IElement element) =>
        Dropped.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml";

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
