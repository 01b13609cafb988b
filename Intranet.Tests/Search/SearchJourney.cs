using Intranet.App.Feeds;
using Intranet.Domain.Feeds;
using Intranet.Tests.Feeds;
using Microsoft.Playwright;

namespace Intranet.Tests.Search;

/// <summary>Finding things by the page and by the keys alone.</summary>
public sealed class SearchJourney : FeedJourney
{
    [Fact]
    public async Task What_was_written_is_found_on_the_page_marked_and_counted()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        await Start();
        await Furnish();
        var page = await SignedIn();
        await page.GotoAsync($"{Address}/search");
        await Examine(page, "search-empty");

        await page.GetByLabel("Search for").FillAsync("turbine caf");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("1 result");
        await Assertions.Expect(page.Locator(".said mark").First).ToHaveTextAsync("turbine");

        await page.GotoAsync($"{Address}/search?q=turbine");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("27 results");
        await Examine(page, "search-found");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show older" }).ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToHaveCountAsync(26);
        await page.GetByRole(AriaRole.Link, new() { Name = "Best match" }).ClickAsync();
        await Assertions.Expect(page.Locator(".list:last-of-type .what a").First).ToHaveTextAsync("Turbine");
        await page.GetByRole(AriaRole.Link, new() { Name = "Spaces", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("1 result");

        await page.GotoAsync($"{Address}/search?q=xylophone");
        await Assertions.Expect(page.GetByText("Nothing you may see holds all of these words.")).ToBeVisibleAsync();
        await Examine(page, "search-nothing");
    }

    [Fact]
    public async Task The_palette_is_opened_used_and_left_by_keys()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        await Start();
        await Furnish();
        var page = await SignedIn();
        var palette = page.GetByRole(AriaRole.Combobox);

        await Visit(page, Address);
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(palette).ToBeFocusedAsync();
        await Examine(page, "palette-ways");
        await page.Keyboard.TypeAsync("turb");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Turbine hall");
        await Examine(page, "palette-found");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(palette).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Search" }).First.ClickAsync();
        await Assertions.Expect(palette).ToBeFocusedAsync();
        Assert.Equal($"{Address}/", page.Url);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(palette).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(palette).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("?/turb");
        await Assertions.Expect(palette).ToHaveValueAsync("?/turb");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Turbine hall");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Turbine");
        await page.Keyboard.PressAsync("Enter");
        await Arrive(page, "**/posts/**");
        await Assertions.Expect(palette).ToHaveCountAsync(0);

        var keys = page.GetByRole(AriaRole.Dialog);
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(keys).ToContainTextAsync("Next post");
        await Examine(page, "keys");
    }

    /// <summary>A room with some posts, put in beside the running server.</summary>
    private async Task Furnish()
    {
        var room = await MakeRoom("Turbine hall", Founder);
        var founder = await Eyes(Founder);
        var posts = Beside.Get<Posts>();
        await posts.Publish(founder, room, PostKind.Update, "Turbine", "turbine", "first");
        for (var i = 0; i < 24; i++)
            await posts.Publish(
                founder,
                room,
                PostKind.Update,
                null,
                $"Reading {i} of the turbine, as agreed on Monday with the whole team",
                $"key-{i}"
            );
        await posts.Publish(founder, room, PostKind.Question, "Who closes the hall?", "The turbine **café** is open until nine.", "last");
    }
}
