using System.IO.Compression;
using Microsoft.Playwright;

namespace Intranet.Tests.Documents;

/// <summary>What somebody does on a page of documents.</summary>
internal static class DocumentSteps
{
    /// <summary>Chosen by keys, downloaded as one, and removed as one.</summary>
    public static async Task SeveralAtOnce(IPage mine, IPage theirs, Func<IPage, string, Task> examine)
    {
        await mine.GetByRole(AriaRole.Link, new() { Name = "Plans", Exact = true }).FocusAsync();
        await mine.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(mine.GetByText("2 chosen")).ToBeVisibleAsync();
        await examine(mine, "documents-chosen");
        var download = await mine.RunAndWaitForDownloadAsync(() =>
            mine.GetByRole(AriaRole.Link, new() { Name = "Download as zip" }).ClickAsync()
        );
        Assert.Equal("Documents.zip", download.SuggestedFilename);
        using (var zip = await ZipFile.OpenReadAsync(await download.PathAsync()))
            Assert.Contains("Plans/2026/inner.txt", zip.Entries.Select(entry => entry.FullName));
        await mine.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(theirs.GetByText("Nothing lies here yet")).ToBeVisibleAsync();
        await Expect(mine.GetByText("2 are in the trash.")).ToBeVisibleAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(theirs.Locator("[data-name]")).ToHaveTextAsync(["Plans", "a.txt"]);
    }

    /// <summary>Several at once, then one into a folder.</summary>
    public static async Task Copy(IPage mine, IPage theirs, Func<IPage, string, Task> examine)
    {
        await mine.GetByRole(AriaRole.Link, new() { Name = "Plans", Exact = true }).FocusAsync();
        await mine.Keyboard.PressAsync("Shift+ArrowDown");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await examine(mine, "documents-copy");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Copy here" }).ClickAsync();
        await Expect(theirs.Locator("[data-name]")).ToHaveTextAsync(["Plans", "Plans (2)", "a (2).txt", "a.txt"]);
        await Choose(mine, "a (2).txt", "Remove");
        await Choose(mine, "Plans (2)", "Remove");
        await Choose(mine, "a.txt", "Copy");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Plans", Exact = true }).ClickAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Copy here" }).ClickAsync();
        await Expect(mine.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await mine.GetByRole(AriaRole.Link, new() { Name = "Plans", Exact = true }).ClickAsync();
        await Expect(mine.Locator("[data-name]", new() { HasText = "a.txt" })).ToBeVisibleAsync();
        await Choose(mine, "a.txt", "Remove");
        await Expect(mine.GetByText("is in the trash")).ToBeVisibleAsync();
    }

    /// <summary>Drops files and folders as a desktop does.</summary>
    public static async Task Drop(IPage page, params string[] paths)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        foreach (var step in new[] { "dragEnter", "dragOver", "drop" })
            await devtools.SendAsync(
                "Input.dispatchDragEvent",
                new()
                {
                    ["type"] = step,
                    ["x"] = 600,
                    ["y"] = 500,
                    ["data"] = new Dictionary<string, object>
                    {
                        ["items"] = Array.Empty<object>(),
                        ["files"] = paths,
                        ["dragOperationsMask"] = 1,
                    },
                }
            );
    }

    public static async Task Choose(IPage page, string name, string act)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"More about {name}" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = act, Exact = true }).ClickAsync();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
