using System.Text.RegularExpressions;
using Intranet.Tests.House;

namespace Intranet.Tests.Layout;

/// <summary>The colours of css/tokens.css as they are written there, for one theme.</summary>
public static partial class Tokens
{
    public static IReadOnlyDictionary<string, string> Light { get; } = Read("light");
    public static IReadOnlyDictionary<string, string> Dark { get; } = Read("dark");

    private static Dictionary<string, string> Read(string theme) =>
        Line()
            .Matches(File.ReadAllText(Repository.PathOf("wwwroot-assets", "css", "tokens.css")))
            .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["one"].Success ? m.Groups["one"].Value : m.Groups[theme].Value);

    [GeneratedRegex(
        @"--(?<name>[\w-]+): (?:light-dark\((?<light>#[0-9A-F]{6}), (?<dark>#[0-9A-F]{6})\)|(?<one>#[0-9A-F]{6}));",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Line();
}
