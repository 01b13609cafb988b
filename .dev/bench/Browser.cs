using Microsoft.Playwright;

namespace Intranet.Bench;

/// <summary>The machine's Chromium, without a screen.</summary>
internal static class Browser
{
    public static async Task<IBrowser> Open(IPlaywright playwright) =>
        await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? OnPath(),
                // The sandbox cannot be set up by root; the rest keeps the browser from calling home.
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--disable-dev-shm-usage",
                ],
            }
        );

    public static async Task SignIn(IPage page, string address, string email, string password)
    {
        await page.GotoAsync(address + "/sign-in");
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", password);
        await page.ClickAsync("form:has(#password) button[type=submit]");
        await page.WaitForURLAsync(address + "/");
    }

    private static string OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Chromium is not on the path; .dev/setup installs it.");
}
