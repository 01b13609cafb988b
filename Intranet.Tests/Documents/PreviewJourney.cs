using System.IO.Pipelines;
using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.Tests.Access;
using Intranet.Tests.Shared.Images;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Intranet.Tests.Documents;

/// <summary>Documents looked at in the browser, each kind as what it is, without downloading them.</summary>
public sealed class PreviewJourney : AccessJourney
{
    private Viewer _founder;
    private Guid _room;

    [Fact]
    public async Task Documents_of_each_kind_are_looked_at_without_downloading_them()
    {
        await Start();
        (_founder, _room) = await Beside
            .Get<Store>()
            .Read(
                Viewer.Nobody,
                async db =>
                    (
                        new Viewer(await db.People.IgnoreQueryFilters([Sight.Name]).Select(p => p.Id).FirstAsync()),
                        await db.Spaces.IgnoreQueryFilters([Sight.Name]).Select(s => s.Id).FirstAsync()
                    )
            );
        var note = await Bring("notes.md", "# Plan\n\nThe *turbine* runs in March."u8.ToArray());
        var page = await SignedIn();

        await Visit(page, $"{Address}/documents/{note}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Plan" })).ToBeVisibleAsync();
        await Bring("notes.md", "# Plan\n\nIt runs in April."u8.ToArray());
        await Expect(page.GetByText("It runs in April.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Previous version" }).ClickAsync();
        await Expect(page.GetByText("runs in March")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Newest version" }).ClickAsync();
        await Expect(page.GetByText("It runs in April.")).ToBeVisibleAsync();

        await Look(page, "figures.csv", "Team;Posts\nField service;41\nGrid;102\n"u8.ToArray());
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Field service" })).ToBeVisibleAsync();
        await Examine(page, "look-table");

        await Look(page, "site.jpg", TestPictures.Quarters(1200, 700));
        await page.WaitForFunctionAsync("() => document.querySelector('img.shown')?.naturalWidth > 300");

        // This browser comes without its viewer, so what can be seen is that the paper reached the frame.
        var paper = await page.RunAndWaitForResponseAsync(
            () => Look(page, "report.pdf", Content.Papers.Pdf("The report")),
            answer => answer.Url.EndsWith("/paper", StringComparison.Ordinal)
        );
        Assert.Equal(200, paper.Status);

        await Look(page, "archive.bin", [1, 2, 3, 4, 5, 0, 0, 1]);
        await Expect(page.GetByText("so it can be downloaded but not shown")).ToBeVisibleAsync();

        foreach (var (list, name) in new[] { ($"/spaces/{_room}/documents", "documents-small"), ("/documents", "all-documents-small") })
        {
            await Visit(page, $"{Address}{list}");
            await page.WaitForFunctionAsync("() => document.querySelector('img.thumb')?.naturalWidth === 80");
            await Examine(page, name);
        }

        await Visit(page, $"{Address}/search?q=april");
        await Expect(page.Locator("mark", new() { HasText = "April" })).ToBeVisibleAsync();
        await Examine(page, "search-documents");
        await page.GetByRole(AriaRole.Link, new() { Name = "notes.md" }).ClickAsync();
        await Expect(page.GetByText("It runs in April.")).ToBeVisibleAsync();
    }

    private async Task Look(IPage page, string name, byte[] content) =>
        await Visit(page, $"{Address}/documents/{await Bring(name, content)}");

    private async Task<Guid> Bring(string name, byte[] content)
    {
        var uploads = Beside.Get<Uploads>();
        var wanted = new NewUpload(_room, null, null, name, content.Length, $"{Guid.NewGuid():N}", SameName.NewVersion);
        var begun = await uploads.Begin(_founder, wanted);
        var pipe = PipeReader.Create(new MemoryStream(content));
        await uploads.Add(_founder, begun.Id, 0, pipe, null, TestContext.Current.CancellationToken);
        return (await uploads.Finish(_founder, begun.Id, new UploadEnd(SameName.NewVersion))).Document!.Value;
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
