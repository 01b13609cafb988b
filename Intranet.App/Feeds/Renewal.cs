using System.Net;
using AngleSharp.Html.Parser;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;

namespace Intranet.App.Feeds;

/// <summary>Makes the HTML of a stored text anew under the present rules. The words stay, and so do the names its author once gave a link to.</summary>
public sealed class Renewal(Markdown markdown, ILogger<Renewal> log)
{
    public Body Renew(Body old)
    {
        if (old.RendererVersion != Body.KeptAsHtml && Tried(() => Rendered(old)) is { } rendered)
            return rendered;
        return Tried(() => Kept(old)) ?? Plain(old);
    }

    /// <summary>HTML that nothing was written for here, such as an earlier reading.</summary>
    public string Clean(string html, string words) => Tried(() => SafeHtml.Sanitise(html, out _).Value) ?? Encoded(words);

    private Body Rendered(Body old)
    {
        // Whom a text names was decided when it was written; its author may see less by now, and its readers must not see more.
        var named = new HtmlParser()
            .ParseDocument(old.Html)
            .QuerySelectorAll("a.mention[href]")
            .DistinctBy(a => a.GetAttribute("href"))
            .ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent.TrimStart('@'));
        var rendered = markdown.Render(old.Markdown, token => named.GetValueOrDefault(token.Path));
        return new Body(old.Markdown, rendered.Html.Value, rendered.Excerpt, Markdown.RendererVersion);
    }

    /// <summary>What can no longer be rendered stays as it was, if the allow list has nothing against it. What came as HTML loses what it must not hold.</summary>
    private static Body? Kept(Body old)
    {
        var clean = SafeHtml.Sanitise(old.Html, out var text).Value;
        if (old.RendererVersion != Body.KeptAsHtml)
            return clean == old.Html ? old with { RendererVersion = Markdown.RendererVersion } : null;
        return clean == old.Html ? old : old with { Html = clean, Excerpt = PlainText.Excerpt(text) };
    }

    private static Body Plain(Body old) =>
        new(old.Markdown, Encoded(old.Markdown), PlainText.Excerpt(old.Markdown), Markdown.RendererVersion);

    private static string Encoded(string words) => $"<p>{WebUtility.HtmlEncode(words).ReplaceLineEndings("<br>")}</p>";

    private T? Tried<T>(Func<T?> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (Refusal)
        {
            return null;
        }
        catch (Exception e)
        {
            // One text must not keep all the others from being made anew.
            log.LogError(e, "A stored text could not be made anew.");
            return null;
        }
    }
}
