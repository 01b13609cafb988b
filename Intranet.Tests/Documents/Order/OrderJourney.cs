using System.IO.Compression;
using Intranet.Tests.Access;
using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Documents.Order;

/// <summary>Documents kept in order by columns and tags, found again by a view, and an archive taken apart; by keyboard where one acts on a line.</summary>
public sealed class OrderJourney : AccessJourney
{
    [Fact]
    public async Task Documents_get_columns_and_tags_and_are_looked_at_by_them()
    {
        await Start();
        var page = await SignedIn();
        await Visit(page, $"{Address}/spaces");
        var link = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Everyone" }).First;
        var room = $"{Address}{await link.GetAttributeAsync("href")}/documents";
        await Visit(page, room);
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('documents-listen').length > 0");
        await DocumentSteps.Drop(page, await Archive(), await Paper("beta.txt", "a longer text"));
        await Expect(Names(page)).ToHaveTextAsync(["beta.txt", "Plans.zip"]);

        await DocumentSteps.Choose(page, "Plans.zip", "Unpack here");
        await Expect(Names(page)).ToHaveTextAsync(["Plans", "beta.txt", "Plans.zip"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Columns" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a column" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("State");
        await page.GetByLabel("What stands in it").SelectOptionAsync("Choice");
        await page.GetByLabel("Value 1", new() { Exact = true }).FillAsync("Draft");
        await page.GetByLabel("Value 2", new() { Exact = true }).FillAsync("Final");
        await Examine(page, "documents-column");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the column" }).ClickAsync();
        await Examine(page, "documents-columns");
        await page.Keyboard.PressAsync("Escape");

        await page.GetByRole(AriaRole.Button, new() { Name = "More about beta.txt" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Details and tags" }).PressAsync("Enter");
        var sheet = page.GetByRole(AriaRole.Dialog);
        await sheet.GetByLabel("Tags").FillAsync("Budget");
        await sheet.GetByLabel("Tags").PressAsync("Enter");
        await Expect(sheet.GetByRole(AriaRole.Button, new() { Name = "Take off Budget" })).ToBeVisibleAsync();
        await sheet.GetByLabel("State").SelectOptionAsync("Draft");
        await Examine(page, "documents-details");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Save" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Draft" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Size" }).PressAsync("Enter");
        await Expect(page.Locator("th[aria-sort=descending]")).ToHaveTextAsync("Size↓");
        await page.GetByLabel("State", new() { Exact = true }).SelectOptionAsync("Draft");
        await Expect(Names(page)).ToHaveTextAsync(["beta.txt"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save this view" }).PressAsync("Enter");
        await Expect(page.GetByLabel("Name of the view")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Drafts");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Drafts" })).ToHaveAttributeAsync("aria-current", "page");
        await Examine(page, "documents-view");

        await page.GetByRole(AriaRole.Link, new() { Name = "Folders", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Budget" }).ClickAsync();
        await Expect(Names(page)).ToHaveTextAsync(["beta.txt"]);
        await page.GetByLabel("Words of the name").FillAsync("nothing");
        await Expect(page.GetByText("Nothing is like this.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show everything" }).ClickAsync();
        await Expect(Names(page)).ToHaveTextAsync(["Plans", "beta.txt", "Plans.zip"]);
    }

    private static ILocator Names(IPage page) => page.Locator("[data-name]");

    private static async Task<string> Archive()
    {
        var path = Path.Combine(TestFolder.Create("order"), "Plans.zip");
        await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create);
        await using var to = new StreamWriter(await zip.CreateEntry("Plans/inner.txt").OpenAsync());
        await to.WriteAsync("inner");
        return path;
    }

    private static async Task<string> Paper(string name, string text)
    {
        var path = Path.Combine(TestFolder.Create("order"), name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
