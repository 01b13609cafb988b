using Microsoft.Playwright;

namespace Intranet.Tests.Servers;

/// <summary>The machine's own Chromium, driven without a screen, started when first asked for; contexts keep visitors apart.</summary>
public static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Shared = new(Start);

    public static Task<IBrowser> Browser => Shared.Value;

    private static async Task<IBrowser> Start()
    {
        DebianPackages.Require(DebianPackages.Chromium, DebianPackages.Fonts);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = DebianPackages.Browser,
                Headless = true,
                // The sandbox cannot be set up by root; the rest keeps the browser from calling home.
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--disable-dev-shm-usage",
                ],
            }
        );
    }
}
