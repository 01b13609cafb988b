using Intranet.App.Shared;
using Intranet.Tests.House;
using Intranet.Tests.Servers;

namespace Intranet.Tests.Shared;

/// <summary>The browser words times exactly as the server does.</summary>
public sealed class TimesScriptTests
{
    private static readonly int[] MinutesAgo =
    [
        -3000,
        -1500,
        -61,
        -59,
        -1,
        0,
        1,
        4,
        59,
        60,
        61,
        119,
        300,
        600,
        900,
        1300,
        1440,
        1500,
        2000,
        2880,
        4000,
        7000,
        8640,
        9000,
        10080,
        20000,
        90000,
        300000,
        700000,
    ];

    [Theory]
    [InlineData("2026-03-02T09:05:30Z", "UTC")]
    [InlineData("2026-03-29T03:30:00Z", "Europe/Berlin")]
    [InlineData("2026-11-01T05:59:59Z", "America/New_York")]
    [InlineData("2026-01-01T00:10:00Z", "Asia/Kolkata")]
    [InlineData("2025-12-31T23:50:00Z", "Pacific/Auckland")]
    public async Task They_agree_at_every_age_and_in_every_zone(string moment, string zone)
    {
        var now = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        DateTimeOffset[] times = [.. MinutesAgo.Select(minutes => now.AddMinutes(-minutes))];
        await using var context = await (await Chromium.Browser).NewContextAsync();
        var page = await context.NewPageAsync();
        await page.Clock.SetFixedTimeAsync(now.UtcDateTime);
        await page.GotoAsync("about:blank");
        await page.AddScriptTagAsync(new() { Path = Repository.PathOf("wwwroot-assets", "js", "times.js") });

        await page.EvaluateAsync(
            "([zone, html]) => { document.body.dataset.zone = zone; document.body.innerHTML = html; }",
            new[] { zone, string.Concat(times.Select(TimeMark.Of)) }
        );
        var said = await page.Locator("time").AllTextContentsAsync();
        var full = await page.Locator("time").EvaluateAllAsync<string[]>("times => times.map(t => t.title)");

        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Assert.Equal(times.Select(at => TimeWords.Say(at, now, there)), said);
        Assert.Equal(times.Select(at => TimeWords.InFull(at, there)), full);
    }
}
