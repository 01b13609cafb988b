using System.Globalization;
using System.Text.RegularExpressions;
using Intranet.Tests.Access;
using Microsoft.Playwright;

namespace Intranet.Tests.Documents.Wiki;

/// <summary>A page begun, linked, and written in by two people at once, in two browsers.</summary>
public sealed class WikiJourney : AccessJourney
{
    private const string Amara = "amara@nordwind.example";

    [Fact]
    public async Task Two_people_write_in_one_page_and_neither_loses_a_word()
    {
        await Start();
        await AddPerson(Amara, "Amara Diallo");
        var (mine, theirs) = (await SignedIn(), await SignedIn(Amara));
        await Visit(mine, $"{Address}/spaces");
        var room = await mine.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Link, new() { Name = "Everyone" })
            .First.GetAttributeAsync("href");
        await Visit(mine, $"{Address}{room}/documents");
        await Begin(mine, "Goals", "Empty");
        await mine.GetByLabel("Text of the page").FillAsync("What we want");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(mine.GetByText("What we want")).ToBeVisibleAsync();

        await Visit(mine, $"{Address}{room}/documents/new-page");
        await Examine(mine, "new-page");
        await Visit(mine, $"{Address}{room}/documents");
        await Begin(mine, "How we meet", "Meeting notes");
        var box = mine.GetByLabel("Text of the page");
        await Expect(box).ToHaveValueAsync(new Regex("^## Who and when"));
        await box.FillAsync("## When\n\nOn Mondays.\n\n## Where\n\nIn the hall.\n\nGoals: ");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Link to a page or document" }).ClickAsync();
        await mine.GetByLabel("Find a page or document by its name").FillAsync("goa");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Goals", Exact = true }).ClickAsync();
        await Expect(box).ToHaveValueAsync(new Regex(@"Goals: \[Goals\]\(/documents/[0-9a-f-]{36}\)$"));
        await mine.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(mine.GetByRole(AriaRole.Region, new() { Name = "Preview" }).GetByRole(AriaRole.Link, new() { Name = "Goals" }))
            .ToBeVisibleAsync();
        await Examine(mine, "page-preview");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(mine.GetByRole(AriaRole.Navigation, new() { Name = "On this page" }).GetByRole(AriaRole.Link))
            .ToHaveTextAsync(["When", "Where"]);
        await Examine(mine, "page");
        var page = mine.Url;

        await Visit(mine, $"{page}/edit");
        await Visit(theirs, $"{page}/edit");
        await Expect(mine.GetByText("Amara Diallo is editing this page too")).ToBeVisibleAsync();
        await Expect(theirs.GetByText("Ingrid Solheim is editing this page too")).ToBeVisibleAsync();
        await Replace(theirs, "On Mondays.", "On Tuesdays.");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(mine.GetByText("Amara Diallo saved version 3")).ToBeVisibleAsync();
        await Replace(mine, "In the hall.", "In the tower.");
        await Examine(mine, "page-two-edit");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        foreach (var screen in new[] { mine, theirs })
        {
            await Expect(screen.GetByText("On Tuesdays.")).ToBeVisibleAsync();
            await Expect(screen.GetByText("In the tower.")).ToBeVisibleAsync();
        }
        await Expect(mine.GetByText("Merged with version 3")).ToBeVisibleAsync();

        await Visit(mine, $"{page}/edit");
        await Visit(theirs, $"{page}/edit");
        await Replace(theirs, "On Tuesdays.", "On Fridays.");
        await Replace(mine, "On Tuesdays.", "Never.");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(mine.GetByText("Amara Diallo saved version 5")).ToBeVisibleAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(mine.GetByText("Saved by Amara Diallo")).ToBeVisibleAsync();
        await Examine(mine, "page-clash");
        await mine.GetByLabel("Keep mine").CheckAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Put it together" }).ClickAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(theirs.GetByText("Never.")).ToBeVisibleAsync();

        await mine.GetByRole(AriaRole.Button, new() { Name = "Owner and review" }).ClickAsync();
        await mine.GetByRole(AriaRole.Radio, new() { Name = "Amara Diallo" }).CheckAsync();
        await mine.GetByLabel("Look at it again by")
            .FillAsync(TimeProvider.System.GetUtcNow().AddDays(90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Examine(mine, "page-care");
        await mine.Locator("form.care").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(theirs.GetByText("Looked after by Amara Diallo")).ToBeVisibleAsync();
        await mine.Locator(".wiki .prose").GetByRole(AriaRole.Link, new() { Name = "Goals" }).ClickAsync();
        await Expect(mine.GetByRole(AriaRole.Region, new() { Name = "What links here" }).GetByRole(AriaRole.Link))
            .ToHaveTextAsync(["How we meet"]);
    }

    /// <summary>Begins a page from the documents of the room.</summary>
    private async Task Begin(IPage page, string title, string template)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "New page" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByLabel(template).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the page" }).ClickAsync();
        await Arrive(page, $"{Address}/documents/*/edit");
        await Expect(page.GetByLabel("Text of the page")).ToBeVisibleAsync();
    }

    private static async Task Replace(IPage page, string from, string to)
    {
        var box = page.GetByLabel("Text of the page");
        await Expect(box).ToHaveValueAsync(new Regex(Regex.Escape(from)));
        await box.FillAsync((await box.InputValueAsync()).Replace(from, to));
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
