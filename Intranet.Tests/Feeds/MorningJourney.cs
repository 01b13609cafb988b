using Microsoft.Playwright;

namespace Intranet.Tests.Feeds;

public sealed class MorningJourney : FeedJourney
{
    private static readonly PageAssertionsToHaveURLOptions Patient = new() { Timeout = 20_000 };

    [Fact]
    public async Task An_employee_reads_reacts_and_answers_by_keyboard_and_their_colleague_sees_it_come()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        await Begin();
        await Past(Founder, "Winter roster");
        await Past(Mehmet, "Old crane");
        await Says(Mehmet, "The crane is repaired");
        await Says(Founder, "Delivery moved to Tuesday");
        var ingrid = await SignedIn();
        await Visit(ingrid, $"{Address}/");
        var amara = await SignedIn(Amara);
        await Visit(amara, $"{Address}/");

        // What is new stands above the line, what was read before below it.
        await Expect(amara.GetByRole(AriaRole.Separator, new() { Name = "You have read everything below" })).ToBeVisibleAsync();
        var drawn = await amara.Locator("[data-items] > *").AllInnerTextsAsync();
        var line = drawn.ToList().FindIndex(t => t.Contains("Read before"));
        Assert.Equal(2, line);
        Assert.Contains("Delivery moved", drawn[0]);

        await amara.Keyboard.PressAsync("j");
        await Expect(Article(amara, "Delivery moved")).ToBeFocusedAsync();
        await amara.Keyboard.PressAsync("j");
        await Expect(Article(amara, "The crane is repaired")).ToBeFocusedAsync();
        await amara.Keyboard.PressAsync("k");
        await Expect(Article(amara, "Delivery moved")).ToBeFocusedAsync();

        await amara.Keyboard.PressAsync("r");
        var reactions = amara.GetByRole(AriaRole.Menu, new() { Name = "Reactions" });
        await Expect(reactions).ToBeVisibleAsync();
        Assert.InRange((await reactions.BoundingBoxAsync())!.X, (await amara.Locator(".feed").BoundingBoxAsync())!.X - 1, 1280);
        await amara.Keyboard.PressAsync("ArrowDown");
        await amara.Keyboard.PressAsync("ArrowDown");
        await Expect(amara.GetByRole(AriaRole.Menuitem, new() { Name = "Thanks" })).ToBeFocusedAsync();
        await amara.Keyboard.PressAsync("Enter");
        await Expect(Article(amara, "Delivery moved").GetByRole(AriaRole.Button, new() { Name = "Thanks, 1 person" }))
            .ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Article(ingrid, "Delivery moved").GetByRole(AriaRole.Button, new() { Name = "Thanks, 1 person" }))
            .ToHaveAttributeAsync("aria-pressed", "false");

        // A question named to Ingrid reaches her screen, and her bell counts it.
        var bell = ingrid.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).Locator(".count");
        var before = await bell.CountAsync() == 0 ? 0 : int.Parse((await bell.InnerTextAsync()).Split(' ', '\n')[0]);
        await amara.Keyboard.PressAsync("c");
        var box = amara.GetByLabel("Write a comment");
        await Expect(box).ToBeFocusedAsync();
        await box.PressSequentiallyAsync("Before noon, @Ingr");
        await Expect(amara.GetByRole(AriaRole.Option, new() { Name = "Ingrid Solheim" })).ToBeVisibleAsync();
        await amara.Keyboard.PressAsync("Enter");
        await box.PressSequentiallyAsync("or after?");
        await amara.Keyboard.PressAsync("Control+Enter");
        await Expect(Article(amara, "Delivery moved").Locator("[data-comment]"))
            .ToContainTextAsync("Before noon, @Ingrid Solheim or after?");
        await Expect(box).ToHaveValueAsync("");
        // Escape leads out of the empty box; a letter typed on a button of the box is none of the keys, but Ctrl+K is.
        await Expect(box).ToBeFocusedAsync();
        await amara.Keyboard.PressAsync("Escape");
        await Expect(Article(amara, "Delivery moved")).ToBeFocusedAsync();
        var emoji = Article(amara, "Delivery moved").Locator(".composer-box [data-act=emoji]");
        await emoji.FocusAsync();
        await amara.Keyboard.TypeAsync("jr");
        await Expect(emoji).ToBeFocusedAsync();
        await amara.Keyboard.PressAsync("Control+k");
        await Expect(amara.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await amara.Keyboard.PressAsync("Escape");
        await Expect(emoji).ToBeFocusedAsync();
        await Expect(Article(ingrid, "Delivery moved").GetByRole(AriaRole.Button, new() { Name = "1 comment" })).ToBeVisibleAsync();
        await Expect(bell).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"^{before + 1} unread$"));
        await NoViolations(amara);

        await Article(amara, "The crane is repaired").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(Article(amara, "The crane is repaired").GetByRole(AriaRole.Button, new() { Name = "Saved" })).ToBeVisibleAsync();
        await amara.Locator("h1").ClickAsync();
        await amara.Keyboard.PressAsync("/");
        var palette = amara.GetByRole(AriaRole.Combobox);
        await Expect(palette).ToBeFocusedAsync();
        await amara.Keyboard.TypeAsync("Turbine");
        await Expect(amara.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Turbine hall");
        await amara.Keyboard.PressAsync("Escape");
        await Expect(palette).ToHaveCountAsync(0);
        await Visit(amara, $"{Address}/saved");
        await Expect(Article(amara, "The crane is repaired")).ToBeVisibleAsync();
        await Expect(Article(amara, "Delivery moved")).ToHaveCountAsync(0);

        await amara.Keyboard.PressAsync("Control+k");
        await Expect(palette).ToBeFocusedAsync();
        await amara.Keyboard.TypeAsync("Turbine");
        await Expect(amara.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Turbine hall");
        await amara.Keyboard.PressAsync("Enter");
        await Assertions.Expect(amara).ToHaveURLAsync(RoomAddress, Patient);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
