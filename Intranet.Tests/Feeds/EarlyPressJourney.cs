using Microsoft.Playwright;

namespace Intranet.Tests.Feeds;

/// <summary>A page is drawn before it listens; what is pressed meanwhile is not lost.</summary>
public sealed class EarlyPressJourney : FeedJourney
{
    [Fact]
    public async Task A_button_pressed_before_the_page_listens_answers_once_it_does()
    {
        await Begin();
        await Says(Founder, "Delivery moved to Tuesday");
        var page = await SignedIn(Amara);
        var held = new TaskCompletionSource();
        await page.RouteAsync(
            "**/blazor.web*.js",
            async route =>
            {
                await held.Task;
                await route.ContinueAsync();
            }
        );

        await page.GotoAsync(RoomAddress, new() { WaitUntil = WaitUntilState.Commit });
        await page.GetByText("What should others know?").ClickAsync();
        await Expect(page.Locator("[data-compose]")).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(page.Locator("[data-live=yes]")).ToHaveCountAsync(0);
        held.SetResult();

        await Expect(Composer(page)).ToBeFocusedAsync();

        held = new();
        await page.GotoAsync(RoomAddress, new() { WaitUntil = WaitUntilState.Commit });
        await Article(page, "Delivery moved").Locator("[data-comments]").ClickAsync();
        held.SetResult();

        await Expect(Article(page, "Delivery moved").GetByLabel("Write a comment")).ToBeVisibleAsync();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
