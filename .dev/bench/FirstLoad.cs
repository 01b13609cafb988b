using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Playwright;

namespace Intranet.Bench;

/// <summary>A browser that has never been here opens the feed of a published build: bytes over the wire, and when a click would be heard.</summary>
internal static class FirstLoad
{
    private const double BytesBudget = 200;
    private const double TimeBudget = 1;
    private const int Runs = 5;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    // The feed's script says when it has attached itself: from then on clicks are heard.
    private const string Attached = "() => performance.getEntriesByName('feed-listens').length > 0";

    // What came when, in milliseconds since the browser asked for the page.
    private const string Moments = """
        () => {
          const page = performance.getEntriesByType('navigation')[0];
          const file = part => performance.getEntriesByType('resource').find(r => r.name.includes(part)) ?? {};
          return {
            'first byte': page.responseStart, 'page': page.responseEnd, 'style sheet': file('/css/house').responseEnd,
            'first paint': performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
            'blazor.web.js': file('blazor.web').responseEnd, 'page parsed': page.domContentLoadedEventStart,
            'interactive': performance.getEntriesByName('feed-listens')[0].startTime,
          };
        }
        """;

    public static async Task Run(Asked asked)
    {
        using var folder = new Folder();
        var published = Path.Combine(folder.Path, "published");
        await Publish(published);
        var data = Path.Combine(folder.Path, "data");
        await Feed.Fill(data, people: 20, posts: 60);
        using var app = Child.Start(Path.Combine(published, "Intranet.App.dll"), [], data);
        await app.Answers("/sign-in");

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.Open(playwright);
        await using var door = await browser.NewContextAsync();
        var entrance = await door.NewPageAsync();
        await Browser.SignIn(entrance, app.Address, Company.Email(1), Company.Password);
        await entrance.WaitForFunctionAsync(Attached);
        var cookies = await door.StorageStateAsync();

        var loads = new List<(double Bytes, Dictionary<string, double?> Moments, string Parts)>();
        for (var i = 0; i < Runs; i++)
            loads.Add(await Load(browser, app.Address, cookies));
        Figure.Print(
            "first load of the feed, bytes over the wire",
            Figure.Percentile(loads.Select(l => l.Bytes), 0.5) / 1000,
            "kB",
            BytesBudget
        );
        foreach (var moment in loads[0].Moments.Keys)
        {
            var median = Figure.Percentile(loads.Select(l => l.Moments[moment] ?? double.NaN), 0.5) / 1000;
            if (moment == "interactive")
                Figure.Print($"first load, {moment}: median of {Runs}", median, "s", TimeBudget);
            else
                Figure.Print($"first load, {moment}", median, "s");
        }
        Console.WriteLine(loads[^1].Parts);
    }

    private static async Task<(double Bytes, Dictionary<string, double?> Moments, string Parts)> Load(
        IBrowser browser,
        string address,
        string state
    )
    {
        await using var context = await browser.NewContextAsync(new() { StorageState = state });
        var page = await context.NewPageAsync();
        // A visitor's browser has long been open; this one is still busy with becoming one that has never been here.
        await Task.Delay(Settling);
        var wire = await context.NewCDPSessionAsync(page);
        var names = new Dictionary<string, string>();
        var sizes = new Dictionary<string, double>();
        wire.Event("Network.responseReceived").OnEvent += (_, said) =>
        {
            if (said is { } e)
                names[Id(e)] = e.GetProperty("response").GetProperty("url").GetString()!;
        };
        wire.Event("Network.loadingFinished").OnEvent += (_, said) =>
        {
            if (said is { } e)
                sizes[Id(e)] = e.GetProperty("encodedDataLength").GetDouble();
        };
        await wire.SendAsync("Network.enable");
        await page.GotoAsync(address + "/", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync(Attached, null, new() { PollingInterval = 10 });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var moments = await page.EvaluateAsync<Dictionary<string, double?>>(Moments);
        var parts = sizes
            .OrderByDescending(s => s.Value)
            .Select(s => $"  {s.Value / 1000, 8:0.0} kB  {new Uri(names.GetValueOrDefault(s.Key, address)).AbsolutePath}");
        return (sizes.Values.Sum(), moments, string.Join('\n', parts));
    }

    private static string Id(JsonElement e) => e.GetProperty("requestId").GetString()!;

    private static async Task Publish(string to)
    {
        var project = Path.Combine(Folder.Root, "Intranet.App");
        var machine = RuntimeInformation.RuntimeIdentifier;
        await Child.Run("publish", project, "-c", "Release", "-r", machine, "--no-self-contained", "-o", to, "-v", "quiet", "--nologo");
    }
}
