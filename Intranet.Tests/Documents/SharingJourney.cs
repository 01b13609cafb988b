using System.IO.Pipelines;
using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Intranet.Tests.Documents;

/// <summary>A document that two people talk about and approve, and that somebody without an account reads by a link.</summary>
public sealed class SharingJourney : AccessJourney
{
    private const string Amara = "amara@nordwind.example";
    private Viewer _founder;
    private Guid _room;

    [Fact]
    public async Task Two_people_agree_about_a_document_and_a_third_without_an_account_gets_it()
    {
        await Start();
        await AddPerson(Amara, "Amara Diallo");
        (_founder, _room) = await Beside
            .Get<Store>()
            .Read(
                Viewer.Nobody,
                async db =>
                    (
                        new Viewer(await db.People.IgnoreQueryFilters([Sight.Name]).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync()),
                        await db.Spaces.IgnoreQueryFilters([Sight.Name]).Select(s => s.Id).FirstAsync()
                    )
            );
        var plan = await Bring("plan.md", "# Plan\n\nIt runs in March."u8.ToArray());
        await Bring("plan.md", "# Plan\n\nIt runs in April."u8.ToArray());
        var mine = await SignedIn();
        var theirs = await SignedIn(Amara);
        await Visit(mine, $"{Address}/documents/{plan}");
        await Visit(theirs, $"{Address}/documents/{plan}");

        await theirs.GetByLabel("Comment or question").FillAsync("Why **April**?");
        await theirs.GetByLabel("This is a question").CheckAsync();
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).PressAsync("Enter");
        await Expect(theirs.GetByLabel("Comment or question")).ToBeFocusedAsync();
        await Expect(theirs.GetByText("Your question stands there.")).ToBeAttachedAsync();
        await Expect(mine.Locator(".talk strong", new() { HasText = "April" })).ToBeVisibleAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Settled" }).ClickAsync();
        await Expect(theirs.Locator(".talk .tag", new() { HasText = "settled" })).ToBeVisibleAsync();

        await mine.GetByRole(AriaRole.Button, new() { Name = "Ask for approval" }).ClickAsync();
        var whom = mine.GetByRole(AriaRole.Combobox, new() { Name = "Who approves version 2?" });
        await Expect(whom).ToBeFocusedAsync();
        await whom.FillAsync("amara");
        await Expect(mine.GetByRole(AriaRole.Option, new() { Name = "Amara Diallo" })).ToBeVisibleAsync();
        await whom.PressAsync("Enter");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Ask one person" }).ClickAsync();
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Approve version 2" }).PressAsync("Enter");
        await Expect(theirs.GetByRole(AriaRole.Heading, new() { Name = "Approval", Exact = true })).ToBeFocusedAsync();
        await Expect(mine.GetByText("Version 2, the newest, is approved.")).ToBeVisibleAsync();
        await Examine(mine, "document-agreed");

        await mine.GetByRole(AriaRole.Link, new() { Name = "What changed" }).ClickAsync();
        await Expect(mine.Locator("ins", new() { HasText = "It runs in April." })).ToBeVisibleAsync();
        await Expect(mine.Locator("del", new() { HasText = "It runs in March." })).ToBeVisibleAsync();
        await Examine(mine, "compare");

        await Visit(mine, $"{Address}/documents/{plan}");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true }).ClickAsync();
        await mine.GetByText("Password and limit").ClickAsync();
        await mine.GetByLabel("Password (optional)").FillAsync("correct horse");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await Expect(mine.Locator(".links > li:focus")).ToHaveCountAsync(1);
        Assert.Equal(
            1280,
            await mine.EvaluateAsync<int>("() => Math.round(document.querySelector('.sheet').getBoundingClientRect().right)")
        );
        var link = await mine.GetByLabel("Link by Ingrid Solheim").InputValueAsync();
        await Examine(mine, "share");

        var stranger = await Open(link);
        await stranger.GetByLabel("Password").FillAsync("correct horse");
        await stranger.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await Examine(stranger, "outside");
        var download = await stranger.RunAndWaitForDownloadAsync(() =>
            stranger.GetByRole(AriaRole.Link, new() { Name = "Download plan.md" }).ClickAsync()
        );
        Assert.Equal("plan.md", download.SuggestedFilename);

        await mine.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Expect(mine.GetByText("taken back")).ToBeVisibleAsync();
        Expect("410 (Gone)");
        await stranger.ReloadAsync();
        await Expect(stranger.GetByRole(AriaRole.Heading, new() { Name = "This link has ended" })).ToBeVisibleAsync();
    }

    private async Task<Guid> Bring(string name, byte[] content)
    {
        var uploads = Beside.Get<Uploads>();
        var wanted = new NewUpload(_room, null, null, name, content.Length, $"{Guid.NewGuid():N}", SameName.NewVersion);
        var begun = await uploads.Begin(_founder, wanted);
        await uploads.Add(_founder, begun.Id, 0, PipeReader.Create(new MemoryStream(content)), null, TestContext.Current.CancellationToken);
        return (await uploads.Finish(_founder, begun.Id, new UploadEnd(SameName.NewVersion))).Document!.Value;
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
