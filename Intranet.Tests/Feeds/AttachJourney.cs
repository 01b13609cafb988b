using System.Text;
using Intranet.Tests.Access;
using Microsoft.Playwright;

namespace Intranet.Tests.Feeds;

/// <summary>A file that goes with a post and lives in the documents of its space.</summary>
public sealed class AttachJourney : AccessJourney
{
    [Fact]
    public async Task A_file_goes_with_a_post_as_a_link_to_the_document_it_became()
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

        await page.Locator("article").GetByRole(AriaRole.Link, new() { Name = "Plan" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Plan [May].txt" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "From posts" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-name]")).ToHaveTextAsync(["Plan [May].txt"]);
    }
}
