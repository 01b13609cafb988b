using System.Text;
using Intranet.Tests.Access;
using Intranet.Tests.Documents;
using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Feeds;

/// <summary>A file that goes with a post and lives in the documents of its space.</summary>
public sealed class AttachJourney : AccessJourney
{
    [Fact]
    public async Task A_file_goes_with_a_post_as_the_document_it_became_and_the_post_shows_its_newest_version()
    {
        await Start();
        var page = await SignedIn();
        await page.GetByRole(AriaRole.Button, new() { Name = "What should others know?" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Text", Exact = true }).FillAsync("The plan for May:\n");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Space" }).SelectOptionAsync(new SelectOptionValue { Index = 1 });

        var chooser = await page.RunAndWaitForFileChooserAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Attach a file" }).ClickAsync()
        );
        await chooser.SetFilesAsync(
            new FilePayload
            {
                Name = "Plan [May].txt",
                MimeType = "text/plain",
                Buffer = Encoding.UTF8.GetBytes("May"),
            }
        );
        await Assertions.Expect(page.GetByText("is in the documents of the space")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();

        await page.Locator("article .prose").GetByRole(AriaRole.Link, new() { Name = "Plan" }).WaitForAsync();
        var card = page.Locator("article .enclosure");
        await Assertions.Expect(card).ToContainTextAsync("Plan [May].txt");
        await Assertions.Expect(card).ToContainTextAsync("3 bytes, version 1 · Ingrid Solheim");
        await Examine(page, "feed-enclosed");
        var download = await page.RunAndWaitForDownloadAsync(() =>
            card.GetByRole(AriaRole.Link, new() { Name = "Download Plan [May].txt" }).ClickAsync()
        );
        Assert.Equal("Plan [May].txt", download.SuggestedFilename);
        await NewVersion(await card.Locator("a[dir]").GetAttributeAsync("href"));
        // The screen that stood open all the while.
        await Assertions.Expect(card).ToContainTextAsync("12 bytes, version 2 · Ingrid Solheim");

        await card.GetByRole(AriaRole.Link, new() { Name = "Plan [May].txt", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Plan [May].txt" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "From posts" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-name]")).ToHaveTextAsync(["Plan [May].txt"]);
    }

    /// <summary>Somebody brings another file of that name, on a screen of their own.</summary>
    private async Task NewVersion(string? document)
    {
        var folder = TestFolder.Create("attach");
        var file = Path.Combine(folder, "Plan [May].txt");
        await File.WriteAllTextAsync(file, "May and June");
        var other = await SignedIn();
        await Visit(other, $"{Address}{document}");
        await other.GetByRole(AriaRole.Link, new() { Name = "From posts" }).ClickAsync();
        await other.WaitForFunctionAsync("() => performance.getEntriesByName('documents-listen').length > 0");
        await DocumentSteps.Drop(other, file);
        await other.GetByRole(AriaRole.Button, new() { Name = "New version of Plan [May].txt" }).ClickAsync();
        await Assertions.Expect(other.GetByText("1 file added")).ToBeVisibleAsync();
    }
}
