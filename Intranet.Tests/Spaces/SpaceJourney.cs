using System.Net;
using System.Text.RegularExpressions;
using Intranet.Tests.Feeds;
using Microsoft.Playwright;

namespace Intranet.Tests.Spaces;

/// <summary>Steps around the making of a space, and what its doors answer.</summary>
public abstract class SpaceJourney : FeedJourney
{
    /// <summary>Makes a group in the short dialog and ends on its page.</summary>
    protected async Task Make(IPage page, string name, string? openness, string? member = null, string purpose = "Project")
    {
        await Visit(page, $"{Address}/spaces");
        await page.GetByRole(AriaRole.Button, new() { Name = "New group" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "New group" });
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await dialog.GetByLabel("What it is for").SelectOptionAsync(purpose);
        if (openness is not null)
            await dialog.GetByLabel("Who may know of it").SelectOptionAsync(openness);
        if (member is not null)
        {
            await dialog.GetByRole(AriaRole.Combobox, new() { Name = "First members" }).PressSequentiallyAsync(member);
            await Expect(dialog.Locator(".options .option")).ToHaveCountAsync(1, new() { Timeout = 15_000 });
            await page.Keyboard.PressAsync("Enter");
            await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Take out" })).ToBeVisibleAsync();
        }
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create group" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
    }

    protected static async Task<(HttpStatusCode Status, string Body)> Answer(IPage page, string address)
    {
        var answer = await page.APIRequest.GetAsync(address);
        return ((HttpStatusCode)answer.Status, Steady(await answer.TextAsync()));
    }

    /// <summary>Takes out what differs from answer to answer whatever is asked: nonces, and the sealed state of the page.</summary>
    private static string Steady(string html) => Regex.Replace(html, """nonce="[^"]*"|<!--Blazor[^>]*-->|[A-Za-z0-9_-]{80,}""", "");

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    /// <summary>On the page of an invitation link, the code that goes with it.</summary>
    protected static async Task GiveCode(IPage page, string code)
    {
        await page.GetByLabel("Code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }
}
