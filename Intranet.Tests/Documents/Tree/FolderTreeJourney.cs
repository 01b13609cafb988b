using Intranet.Tests.Access;
using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Documents.Tree;

/// <summary>The folders of a space as a tree: walked by keys, dropped on, followed by another's screen, and on a phone.</summary>
public sealed class FolderTreeJourney : AccessJourney
{
    [Fact]
    public async Task The_tree_is_walked_by_keys_takes_what_is_dropped_and_is_there_again_the_next_time()
    {
        await Start();
        var page = await SignedIn();
        await Arrive(page);
        var folder = TestFolder.Create("tree");
        Directory.CreateDirectory(Path.Combine(folder, "Plans", "2026", "May"));
        Directory.CreateDirectory(Path.Combine(folder, "Archive"));
        foreach (var name in new[] { "a.txt", "b.txt", "Plans/2026/May/inner.txt", "Archive/old.txt" })
            await File.WriteAllTextAsync(Path.Combine(folder, name), name);
        await DocumentSteps.Drop(page, [.. new[] { "a.txt", "b.txt", "Plans", "Archive" }.Select(name => Path.Combine(folder, name))]);
        await Expect(page.GetByText("4 files added")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        var tree = page.GetByRole(AriaRole.Tree);
        await Expect(tree).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Folders", Exact = true }).ClickAsync();
        await Expect(Line(page, "Plans")).ToHaveAttributeAsync("aria-expanded", "false");
        await Examine(page, "documents-tree");
        await Line(page, "Documents").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Line(page, "Archive")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("p");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Line(page, "2026")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Line(page, "2026")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Line(page, "May")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-name]")).ToHaveTextAsync(["inner.txt"]);
        await Expect(Line(page, "May")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(Line(page, "May")).ToBeFocusedAsync();

        await page.Locator("tr[data-node]", new() { HasText = "inner.txt" }).DragToAsync(Line(page, "Archive"));
        await Expect(page.GetByText("Nothing lies here yet")).ToBeVisibleAsync();
        await Line(page, "Archive").ClickAsync();
        await Expect(page.Locator("[data-name]")).ToHaveTextAsync(["inner.txt", "old.txt"]);
        // Of what is chosen one is dragged, and all go.
        await page.GetByLabel("Choose all that is shown").CheckAsync();
        await Expect(page.GetByText("2 chosen")).ToBeVisibleAsync();
        await page.Locator("tr[data-node]", new() { HasText = "inner.txt" }).DragToAsync(Line(page, "Plans"));
        await Expect(page.GetByText("Nothing lies here yet")).ToBeVisibleAsync();
        await Line(page, "Plans").ClickAsync();
        await Expect(page.Locator("[data-name]").Filter(new() { HasText = ".txt" })).ToHaveTextAsync(["inner.txt", "old.txt"]);

        var other = await SignedIn();
        await Arrive(other);
        await DocumentSteps.Choose(other, "Plans", "Rename");
        await other.Locator(".name-form input").FillAsync("Aims");
        await other.Keyboard.PressAsync("Enter");
        await Expect(Line(page, "Aims")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(Line(page, "Aims")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Folders", Exact = true }).ClickAsync();
        await Expect(tree).ToHaveCountAsync(0);
        await OnThePhone(other);
    }

    /// <summary>There is no room beside the list, so the tree comes over it and goes when a folder was chosen.</summary>
    private static async Task OnThePhone(IPage page)
    {
        await page.SetViewportSizeAsync(390, 844);
        await page.GetByRole(AriaRole.Button, new() { Name = "Folders", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Folders" })).ToBeVisibleAsync();
        await Expect(Line(page, "Archive")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Examine(page, "documents-tree-sheet");
        await page.SetViewportSizeAsync(390, 844);
        await Line(page, "Aims").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-name]").Filter(new() { HasText = ".txt" })).ToHaveTextAsync(["inner.txt", "old.txt"]);
    }

    private static ILocator Line(IPage page, string name) => page.GetByRole(AriaRole.Treeitem, new() { Name = name, Exact = true });

    private async Task Arrive(IPage page)
    {
        await Visit(page, $"{Address}/spaces");
        var link = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Everyone" }).First;
        await Visit(page, $"{Address}{await link.GetAttributeAsync("href")}/documents");
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('documents-listen').length > 0");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
