using Intranet.Domain.Access;

namespace Intranet.Domain.Feeds;

/// <summary>A text as written and as rendered once; the version tells when the rules have changed since.</summary>
public sealed record Body(string Markdown, string Html, string Excerpt, int RendererVersion)
{
    public const int Limit = 20_000;
    public const int ExcerptLimit = 300;

    /// <summary>In place of a renderer version: the HTML came with the text from elsewhere and is never made anew from its Markdown.</summary>
    public const int KeptAsHtml = int.MaxValue;

    public static string Within(string? markdown) =>
        string.IsNullOrWhiteSpace(markdown) ? throw new Refusal("There is nothing to publish yet: write something first.")
        : markdown.Length > Limit ? throw new Refusal($"A text has at most {Limit:N0} characters; this one has {markdown.Length:N0}.")
        : markdown;
}
