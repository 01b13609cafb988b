using System.Text.RegularExpressions;
using Intranet.App.Data;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Renders what is written: mentions become links to what the author may see, and reach those who may read.</summary>
public sealed partial class Texts(Store store, Markdown markdown)
{
    /// <summary>Rendered before the write begins, because rendering takes longer than writing and the write gate is one for all.</summary>
    public async Task<WrittenText> Write(Viewer author, string? text)
    {
        var tidy = Markdown.Tidy(Body.Within(text));
        if (PicturesWithoutWords(tidy).Count > 0)
            throw new Refusal("A picture has no description yet. Say what it shows, or mark it as decoration.");
        var tokens = MentionToken.In(tidy);
        var names = tokens.Count == 0 ? [] : await store.Read(author, db => Mentioning.Names(db, tokens));
        var rendered = markdown.Render(tidy, token => names.GetValueOrDefault(token));
        var excerpt = rendered.Excerpt.Length <= Body.ExcerptLimit ? rendered.Excerpt : rendered.Excerpt[..Body.ExcerptLimit];
        return new WrittenText(
            new Body(tidy, rendered.Html.Value, excerpt, Markdown.RendererVersion),
            [.. rendered.Mentions.Where(m => m.Kind == MentionKind.Person).Select(m => m.Id)],
            rendered.Topics
        );
    }

    /// <summary>The addresses of pictures that say nothing to those who cannot see them. A single space is a deliberate nothing.</summary>
    public static IReadOnlyList<string> PicturesWithoutWords(string text) =>
        [.. Nameless().Matches(text).Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>The text with the given words put to its pictures.</summary>
    public static string Describe(string text, IReadOnlyDictionary<string, string> words) =>
        Nameless()
            .Replace(text, m => words.TryGetValue(m.Groups[1].Value, out var said) ? $"![{Clean(said)}]({m.Groups[1].Value})" : m.Value);

    /// <summary>A text as it would look, for the preview.</summary>
    public async Task<SafeHtml> Preview(Viewer author, string text)
    {
        var tidy = Markdown.Tidy(text);
        var tokens = MentionToken.In(tidy);
        var names = tokens.Count == 0 ? [] : await store.Read(author, db => Mentioning.Names(db, tokens));
        return markdown.Render(tidy, token => names.GetValueOrDefault(token)).Html;
    }

    [GeneratedRegex(@"!\[\]\(([^()\s]{1,300})\)")]
    private static partial Regex Nameless();

    private static string Clean(string words) =>
        words.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
}

/// <summary>A text ready to be stored, and whom and what it names.</summary>
public sealed record WrittenText(Body Body, IReadOnlyList<Guid> People, IReadOnlyList<string> Topics);
