namespace Intranet.App.Access;

/// <summary>Says in words which browser on which system a request came from, so that people recognise their own sessions.</summary>
internal static class Device
{
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("CrOS", "Chromebook"),
        ("Linux", "Linux"),
    ];

    public static string Name(string? userAgent)
    {
        var agent = userAgent ?? "";
        return $"{Find(Browsers, agent) ?? "Another browser"} on {Find(Systems, agent) ?? "an unknown system"}";
    }

    private static string? Find((string Mark, string Name)[] known, string agent) =>
        known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
