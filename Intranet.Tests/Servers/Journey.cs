using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Intranet.Tests.Servers;

/// <summary>A test that walks through the product in real browsers; it fails when a page logged an error, even if all else went well.</summary>
[Trait("Pace", "slow")]
public abstract class Journey : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> errors = new();
    private readonly ConcurrentBag<IBrowserContext> contexts = [];
    private readonly List<string> expected = [];

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
            await context.CloseAsync();
        var unexpected = errors.Where(error => !expected.Exists(error.Contains)).ToList();
        if (unexpected.Count > 0)
            Assert.Fail($"The pages logged {unexpected.Count} errors:\n{string.Join('\n', unexpected)}");
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser of its own for one visitor: no cookie or store is shared with the others.</summary>
    protected async Task<IPage> Open(string address, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.ReducedMotion ??= ReducedMotion.Reduce;
        options.Locale ??= "en-GB";
        options.TimezoneId ??= "UTC";
        var context = await (await Chromium.Browser).NewContextAsync(options);
        contexts.Add(context);
        context.SetDefaultTimeout(15_000);
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
                errors.Enqueue($"{message.Page?.Url}: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => errors.Enqueue($"{error.Page?.Url}: {error.Error}");
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Opens a page and waits until it answers to clicks and keys; before that it is only a picture of itself.</summary>
    protected static async Task Visit(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Locator("[data-live=yes]").WaitForAsync();
        await page.WaitForFunctionAsync(
            """
            () => performance.getEntriesByName('keys-listen').length > 0
                && (!document.querySelector('.feed') || performance.getEntriesByName('feed-listens').length > 0)
            """
        );
    }

    /// <summary>
    /// Waits until the page is at this address; ** stands for anything, * for anything but a slash. The address is asked for again and again:
    /// the browser's own waiting missed a change that the live page made while it began.
    /// </summary>
    protected static Task Arrive(IPage page, string address)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*");
        return Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{pattern}$"), new() { Timeout = 20_000 });
    }

    /// <summary>Lets one kind of logged error pass, such as the refused connection of a server the test itself stopped.</summary>
    protected void Expect(string partOfError) => expected.Add(partOfError);

    /// <summary>Lets pass what browser and framework log when the server is gone for a while.</summary>
    /// <param name="more">What else they may log.</param>
    protected void ExpectLostConnections(params string[] more) =>
        expected.AddRange([
            .. more,
            "ERR_",
            "WebSocket",
            "Connection disconnected",
            "Failed to fetch",
            "Failed to start the connection",
            "Cannot send data if the connection is not",
        ]);

    /// <summary>Fails with rule, element and explanation when axe finds the page, or the given part of it, not accessible.</summary>
    protected static async Task NoViolations(IPage page, string? within = null, params string[] rules)
    {
        var found = await Axe.Obstacles(page, within, rules);
        if (found.Count > 0)
            Assert.Fail($"{page.Url} has {found.Count} obstacles:\n{string.Join('\n', found)}");
    }
}
