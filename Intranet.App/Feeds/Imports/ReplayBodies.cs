using Intranet.App.Shared.Imports;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;

namespace Intranet.App.Feeds.Imports;

/// <summary>A text taken over, ready to be stored; the HTML went through the allow list.</summary>
internal sealed record ReplayBody(Body Body, IReadOnlyList<string> Topics, bool Cut);

/// <summary>Renders the texts of a community: HTML is kept as cleaned, plain text is read as Markdown.</summary>
internal sealed class ReplayBodies(Markdown markdown)
{
    /// <summary>The texts of posts and comments by line; a text that cannot be shown is noted.</summary>
    public Dictionary<long, ReplayBody> Render(IReadOnlyList<ReplayLine> lines, Findings findings)
    {
        var rendered = lines
            .Where(line => line.Kind is "post" or "comment")
            .AsParallel()
            .AsOrdered()
            .Select(line => (line.Line, Result: Try(line)))
            .ToList();
        var bodies = new Dictionary<long, ReplayBody>();
        foreach (var (line, (body, sentence)) in rendered)
        {
            if (body is null)
                findings.Add(line, "unusable text", sentence!);
            else
                bodies[line] = body;
            if (body is { Cut: true })
                findings.Add(line, "long text", $"Shown whole; searching and editing see its first {Body.Limit:N0} characters.");
        }
        return bodies;
    }

    private (ReplayBody? Body, string? Sentence) Try(ReplayLine line)
    {
        try
        {
            var body = line.IsHtml ? FromHtml(line.Text) : FromText(line.Text);
            return body.Body.Markdown.Length > 0 ? (body, null) : (null, "There is no text to show.");
        }
        catch (Refusal refusal)
        {
            return (null, refusal.Message);
        }
    }

    private static ReplayBody FromHtml(string html)
    {
        var rendered = HtmlImport.Render(html);
        var text = Markdown.Tidy(HtmlToMarkdown.Write(rendered.Html));
        var cut = text.Length > Body.Limit;
        if (cut)
            text = text[..(char.IsHighSurrogate(text[Body.Limit - 1]) ? Body.Limit - 1 : Body.Limit)];
        return new(new Body(text, Stored(rendered.Html.Value), rendered.Excerpt, Body.KeptAsHtml), [], cut);
    }

    private ReplayBody FromText(string told)
    {
        var text = Markdown.Tidy(ChatText.ToMarkdown(told));
        var rendered = markdown.Render(text);
        return new(new Body(text, rendered.Html.Value, rendered.Excerpt, Markdown.RendererVersion), rendered.Topics, false);
    }

    /// <summary>No database holds the sign with the number zero.</summary>
    private static string Stored(string html) => html.Replace("\0", "", StringComparison.Ordinal);
}
