using Microsoft.Playwright;

namespace Intranet.Bench;

/// <summary>The README's screenshots, from the demo company.</summary>
internal static class Shots
{
    public static async Task<int> Run(Asked asked)
    {
        var to = asked.Text("--to") ?? Path.Combine(Folder.Root, ".dev", "images");
        Directory.CreateDirectory(to);
        using var folder = new Folder();
        await Child.Run(Folder.BuiltApp, "demo", "--data", folder.Path);
        using var app = Child.Start(Folder.BuiltApp, [], folder.Path);
        await app.Answers("/sign-in");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.Open(playwright);
        await Shoot(browser, app.Address, "Employee", "/", ".feed [data-post]", Path.Combine(to, "home.png"));
        await Shoot(browser, app.Address, "Analyst", "/adoption", ".charts svg", Path.Combine(to, "adoption.png"));
        return 0;
    }

    private static async Task Shoot(IBrowser browser, string address, string role, string path, string shows, string file)
    {
        await using var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 800 },
                ColorScheme = ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{address}/sign-in?to={Uri.EscapeDataString(path)}");
        await page.ClickAsync($".cast button:has(.tag:text-is(\"{role}\"))");
        await page.WaitForURLAsync(address + path);
        await page.WaitForSelectorAsync(shows);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        await page.WaitForTimeoutAsync(500);
        await page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
        Console.WriteLine(file);
    }
}
