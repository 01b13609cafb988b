using System.Globalization;

namespace Intranet.App.People;

/// <summary>The languages a person can name as theirs, in their own spelling.</summary>
public static class Languages
{
    private static readonly string[] Tags =
    [
        "ar",
        "bg",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "fa",
        "fi",
        "fr",
        "ga",
        "he",
        "hi",
        "hr",
        "hu",
        "id",
        "is",
        "it",
        "ja",
        "ko",
        "lt",
        "lv",
        "ms",
        "mt",
        "nb",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sr",
        "sv",
        "th",
        "tr",
        "uk",
        "vi",
        "zh",
    ];

    public static IReadOnlyList<(string Tag, string Name)> Offered { get; } =
    [
        .. Tags.Select(tag => (tag, Capital(CultureInfo.GetCultureInfo(tag).NativeName)))
            .OrderBy(l => l.Item2, StringComparer.InvariantCulture),
    ];

    public static string Name(string tag) => Offered.FirstOrDefault(l => l.Tag == tag).Name ?? tag;

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
