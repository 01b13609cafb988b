using Intranet.Tests.House;
using Microsoft.Playwright;

namespace Intranet.Tests.Servers;

/// <summary>A page that is only its markup, with the product's scripts beside it, to try one of them without a server.</summary>
internal static class ScriptPage
{
    private const string Address = "http://script.test/";

    /// <summary>Opens it and waits until its script has set <c>window.ready</c>.</summary>
    public static async Task<IPage> Open(string markup)
    {
        var context = await (await Chromium.Browser).NewContextAsync();
        var page = await context.NewPageAsync();
        await page.RouteAsync(
            Address + "**",
            route =>
                route.FulfillAsync(
                    new Uri(route.Request.Url).AbsolutePath is var path && path == "/"
                        ? new() { ContentType = "text/html", Body = markup }
                        : new() { ContentType = "text/javascript", Body = File.ReadAllText(Repository.PathOf("wwwroot-assets", path[1..])) }
                )
        );
        await page.GotoAsync(Address);
        await page.WaitForFunctionAsync("() => window.ready");
        return page;
    }
}
