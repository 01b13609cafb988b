using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Intranet.App.Shared.Text;

/// <summary>HTML that went through the allow list, or was written here with everything put into it encoded; the only thing <see cref="RichText"/> shows.</summary>
public readonly record struct SafeHtml
{
    private readonly string? html;

    private SafeHtml(string html) => this.html = html;

    /// <summary>The HTML; empty for the default value.</summary>
    public string Value => html ?? "";

    /// <summary>For the database mapping alone: the column was filled from a <see cref="SafeHtml"/>.</summary>
    internal static SafeHtml FromStore(string stored) => new(stored);

    /// <summary>Lets only the allow list through and gives the text without markup beside it.</summary>
    internal static SafeHtml Sanitise(string html, out string plainText)
    {
        var body = AllowList.Clean(html).Body!;
        plainText = PlainText.Of(body);
        return new(body.InnerHtml);
    }

    /// <summary>The markup of an interpolated string, with what is put into it encoded.</summary>
    internal static SafeHtml Write(HtmlWriter written) => new(written.Finish());

    /// <summary>The same with marks set by the product: ids, classes and words, but no addresses and nothing that the text says of itself.</summary>
    internal static SafeHtml Mark(SafeHtml html, Action<IElement> mark)
    {
        var body = new HtmlParser().ParseDocument("<body>" + html.Value).Body!;
        mark(body);
        return new(body.InnerHtml);
    }

    /// <summary>One after the other.</summary>
    internal static SafeHtml Join(IEnumerable<SafeHtml> parts) => new(string.Concat(parts.Select(p => p.Value)));

    public override string ToString() => Value;
}
