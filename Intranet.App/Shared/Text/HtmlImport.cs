using System.Text.RegularExpressions;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Text;

/// <summary>Takes bodies that come as HTML from another tool; mathematics in <c>$..$</c> stays text.</summary>
public static partial class HtmlImport
{
    /// <summary>The longest HTML body that is read, in characters.</summary>
    public const int MaxLength = 200_000;

    /// <summary>The body made ready to be stored and shown; it names nobody here.</summary>
    public static Rendered Render(string html)
    {
        var safe = SafeHtml.Sanitise(Bounded(html), out var text);
        return new(safe, PlainText.Excerpt(text), [], []);
    }

    /// <summary>The body with nothing left in it but the allow list.</summary>
    public static SafeHtml ToSafeHtml(string html) => SafeHtml.Sanitise(Bounded(html), out _);

    /// <summary>The body without markup.</summary>
    public static string ToPlainText(string html)
    {
        SafeHtml.Sanitise(Bounded(html), out var text);
        return text;
    }

    private static string Bounded(string html)
    {
        if (html.Length > MaxLength)
        {
            throw new Refusal($"This text has {html.Length:N0} characters of HTML; at most {MaxLength:N0} can be taken.");
        }

        HtmlBounds.Check(html);
        return Heading().Replace(html, m => $"{m.Groups[1].Value}{Math.Min(6, m.Groups[2].Value[0] - '0' + 2)}");
    }

    /// <summary>The page and the post's title hold levels 1 and 2; what stands in a text begins below them.</summary>
    [GeneratedRegex("(</?h)([1-6])(?=[\\s/>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
