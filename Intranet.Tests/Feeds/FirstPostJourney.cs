using Microsoft.Playwright;

namespace Intranet.Tests.Feeds;

public sealed class FirstPostJourney : FeedJourney
{
    [Fact]
    public async Task From_the_first_start_to_the_first_post_removed_by_mistake_and_brought_back()
    {
        await StartProcess(setUp: false);
        var page = await Open(Address);
        await Arrive(page, "**/welcome");
        await page.GetByRole(AriaRole.Link, new() { Name = "Set up", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Organisation" }).FillAsync("Nordwind Energy");
        await page.GetByLabel("Your name").FillAsync("Ingrid Solheim");
        await page.GetByLabel("Email").FillAsync(Founder);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the intranet" }).ClickAsync();
        await Arrive(page, $"{Address}/");

        // An empty house leads its first admin to what there is to do, and into no empty list.
        await page.Locator("[data-live=yes]").WaitForAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Add colleagues" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Find spaces to join" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Make a space" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "New group" });
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Turbine hall");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create group" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Turbine hall" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Nobody has written here yet.")).ToBeVisibleAsync();

        await OpenComposer(page);
        await Composer(page).PressSequentiallyAsync("The blades arrive on **Tuesday**.");
        await Publish(page);
        var post = Article(page, "The blades arrive on Tuesday.");
        await Expect(post.Locator("strong")).ToHaveTextAsync("Tuesday");
        await Expect(page.Locator("article.post")).ToHaveCountAsync(1);
        await Expect(Composer(page)).ToHaveCountAsync(0);

        await post.GetByRole(AriaRole.Button, new() { Name = "More about this post" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Remove" }).ClickAsync();
        await Expect(page.GetByText("Post removed.")).ToBeVisibleAsync();
        await Expect(post).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(post).ToBeVisibleAsync();
        await Expect(page.GetByText("Post removed.")).ToHaveCountAsync(0);

        await Visit(page, $"{Address}/");
        await Expect(Article(page, "The blades arrive on Tuesday.")).ToContainTextAsync("Turbine hall");

        await OpenComposer(page);
        await Composer(page).PressSequentiallyAsync("The crane comes at noon.");
        await Publish(page);
        var space = page.Locator("#composer").GetByLabel("Space", new() { Exact = true });
        await Expect(space).ToBeFocusedAsync();
        await Expect(space).ToHaveAccessibleDescriptionAsync("Choose the space it is for.");
        await Expect(Composer(page)).ToHaveValueAsync("The crane comes at noon.");
        await space.SelectOptionAsync("Turbine hall");
        await Expect(page.Locator("#space-missing")).ToHaveCountAsync(0);
        await Composer(page).PressAsync("Control+Enter");
        await Expect(Article(page, "The crane comes at noon.")).ToContainTextAsync("Turbine hall");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
