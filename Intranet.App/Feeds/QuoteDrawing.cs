using Intranet.App.Shared;
using Intranet.App.Shared.Text;

namespace Intranet.App.Feeds;

/// <summary>The source of a shared post, inside the post that shares it.</summary>
internal static class QuoteDrawing
{
    private static readonly SafeHtml OutOfSight = SafeHtml.Write($"""<p class="quoted quiet">A post you cannot see here.</p>""");
    private static readonly Drawings<Quote> Kept = new();

    /// <param name="quote">Null when this reader may not see the source.</param>
    public static SafeHtml Of(Quote? quote) => quote is null ? OutOfSight : Kept.Find(quote, 0) ?? Kept.Keep(quote, 0, Draw(quote));

    private static SafeHtml Draw(Quote quote)
    {
        var title = quote.Title is null ? default : SafeHtml.Write($"<strong>{quote.Title}</strong> ");
        return SafeHtml.Write(
            $"""
            <blockquote class="quoted"><p class="quiet small"><strong>{quote.Author}</strong> in {quote.Space}, {TimeMark.Of(
                quote.At
            )}</p><p><a class="plain" href="/posts/{quote.Id}">{title}{quote.Excerpt}</a></p></blockquote>
            """
        );
    }
}
