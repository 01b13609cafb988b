using System.Net;
using Bunit;
using Intranet.App.Documents.Sharing;
using Intranet.Domain.Documents.Sharing;
using Intranet.Tests.Feeds;
using Intranet.Tests.World;
using static Intranet.Tests.Documents.Sharing.OutsideDoorsTests;

namespace Intranet.Tests.Documents.Sharing;

/// <summary>Files that people without an account hand in.</summary>
public sealed class HandInTests
{
    private static readonly LinkWish Month = new(TimeSpan.FromDays(30));

    [Fact]
    public async Task Files_that_are_handed_in_wait_apart_until_a_member_takes_them_in()
    {
        await using var shelf = await Open();
        var folder = await shelf.Folder(shelf.Ann, "Offers");
        var link = await LinksTests.Make(shelf, shelf.Ann, folder, Month with { Title = "Your offer" }, kind: ShareKind.Receive);
        using var nobody = Stranger(shelf);
        Assert.Contains("Your offer", await nobody.GetStringAsync(link.Path));

        using var thanks = await HandIn(nobody, link.Path, "Kim of Acme", ("offer.txt", "Cheap"), ("../../evil\u202etxt.exe", "MZ"));
        await HandIn(nobody, link.Path, "Kim of Acme", ("offer.txt", "Cheap"));

        Assert.Equal(HttpStatusCode.Redirect, thanks.StatusCode);
        var receiving = shelf.Office.Get<Receiving>();
        var waiting = await receiving.Waiting(shelf.Ben.Eyes(), shelf.Room.Id, folder);
        Assert.Contains(waiting, r => (r.Name, r.From, r.Size) == ("offer.txt", "Kim of Acme", 5L));
        Assert.Empty(await shelf.Sees(shelf.Ann, folder));
        Assert.Single(waiting, r => r.Name == "offer.txt");
        Assert.Empty(await receiving.Waiting(shelf.Guest.Eyes(), shelf.Room.Id, folder));
        Assert.Empty(await receiving.Waiting(shelf.Outsider.Eyes(), shelf.Room.Id, folder));
        var offer = waiting.First(r => r.Name == "offer.txt").Id;
        await Assert.ThrowsAsync<Domain.Access.Refusal>(() => receiving.TakeIn(shelf.Guest.Eyes(), offer));
        using var ben = await Sending.Browser(shelf, shelf.Ben);
        using var look = await ben.GetAsync($"/files/received/{offer}");
        Assert.Equal("Cheap", await look.Content.ReadAsStringAsync());
        Assert.Equal("attachment", look.Content.Headers.ContentDisposition!.DispositionType);
        foreach (var other in new[] { shelf.Guest, shelf.Outsider })
        {
            using var browser = await Sending.Browser(shelf, other);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/files/received/{offer}")).StatusCode);
        }
        Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync($"/files/received/{offer}")).StatusCode);

        var taken = await receiving.TakeIn(shelf.Ben.Eyes(), offer);
        Assert.Equal(taken, await receiving.TakeIn(shelf.Ben.Eyes(), offer));
        Assert.Equal(
            ("Cheap", "Handed in by Kim of Acme"),
            (await shelf.Reads(shelf.Ann, taken), (await shelf.Versions.Of(shelf.Ann.Eyes(), taken))[0].Note)
        );
        foreach (var rest in await receiving.Waiting(shelf.Ben.Eyes(), shelf.Room.Id, folder))
            await receiving.ThrowAway(shelf.Ben.Eyes(), rest.Id);
        Assert.Empty(await receiving.Waiting(shelf.Ben.Eyes(), shelf.Room.Id, null));
        Assert.Equal("Cheap", await shelf.Reads(shelf.Ann, taken));
        Assert.Contains(Domain.Activity.Verb.FileReceived, await shelf.Hears(shelf.Ann));
    }

    [Fact]
    public async Task Who_does_not_say_who_they_are_hands_nothing_in_and_is_told_why()
    {
        await using var shelf = await Open();
        var folder = await shelf.Folder(shelf.Ann, "Offers");
        var link = await LinksTests.Make(shelf, shelf.Ann, folder, Month, kind: ShareKind.Receive);
        using var nobody = Stranger(shelf);

        await HandIn(nobody, link.Path, " ", ("offer.txt", "Cheap"));

        Assert.Contains("Say who you are", await nobody.GetStringAsync(link.Path));
        Assert.DoesNotContain("Say who you are", await nobody.GetStringAsync(link.Path));
        Assert.Empty(await shelf.Office.Get<Receiving>().Waiting(shelf.Ann.Eyes(), shelf.Room.Id, null));
    }

    [Fact]
    public async Task Files_of_different_people_are_all_kept_whatever_their_forms_say_and_a_form_cut_off_is_told()
    {
        await using var shelf = await Open();
        var folder = await shelf.Folder(shelf.Ann, "Offers");
        var link = await LinksTests.Make(shelf, shelf.Ann, folder, Month, kind: ShareKind.Receive);
        using var nobody = Stranger(shelf);

        await HandIn(nobody, link.Path, "Kim", ("offer.txt", "Cheap"));
        await HandIn(nobody, link.Path, "Lee", ("offer.txt", "Cheaper"));
        await HandIn(nobody, link.Path, "Lee", ("offer.txt", "Cheaper"));
        using var cut = new StringContent("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nhalf");
        cut.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var told = await nobody.PostAsync($"{link.Path}/hand-in", cut);

        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        Assert.Contains("could not be read", await nobody.GetStringAsync(link.Path));
        var waiting = await shelf.Office.Get<Receiving>().Waiting(shelf.Ann.Eyes(), shelf.Room.Id, folder);
        Assert.Equal(["Kim", "Lee"], waiting.Select(r => r.From).Order());
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync($"{link.Path}?thanks=abc")).StatusCode);
    }

    [Fact]
    public async Task All_that_waits_is_taken_in_at_once_and_what_cannot_be_is_told()
    {
        await using var shelf = await Open();
        var folder = await shelf.Folder(shelf.Ann, "Offers");
        var link = await LinksTests.Make(shelf, shelf.Ann, folder, Month, kind: ShareKind.Receive);
        using var nobody = Stranger(shelf);
        await HandIn(nobody, link.Path, "Kim", ("a.txt", "a"), ("b.txt", "b"), ("c.txt", "c"));
        await using var desk = new Desk(shelf.Office, shelf.Ben);
        var notice = desk.Show<ReceivedNotice>(p =>
            p.Add(n => n.SpaceId, shelf.Room.Id).Add(n => n.FolderId, folder).Add(n => n.MayFile, true)
        );
        await notice.Click("Take in all");
        await Desk.Shows(notice, () => notice.FindAll(".received").Count == 0);

        Assert.Equal(["a.txt", "b.txt", "c.txt"], await shelf.Sees(shelf.Ann, folder));
        Assert.Equal("3 of 3 were taken in.", notice.Find("[role=status]").TextContent);

        await HandIn(nobody, link.Path, "Kim", ("d.txt", "d"), ("e.txt", "e"));
        await Desk.Shows(notice, () => notice.FindAll(".received li").Count == 2);
        await shelf.Office.Get<App.Spaces.Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);
        await notice.Click("Take in all");
        await Desk.Shows(notice, () => notice.Find("[role=status]").TextContent == "0 of 2 were taken in.");
        Assert.Equal(["a.txt", "b.txt", "c.txt"], await shelf.Sees(shelf.Ann, folder));
    }

    [Fact]
    public async Task A_folder_that_is_none_is_said_not_to_be_there()
    {
        await using var shelf = await Open();
        using var ben = await Sending.Browser(shelf, shelf.Ben);

        foreach (var folder in new[] { "zzz", $"{Guid.NewGuid()}" })
        {
            var page = await ben.GetStringAsync($"/spaces/{shelf.Room.Id}/documents?folder={folder}");
            Assert.Contains("This folder is not here", page);
            Assert.DoesNotContain("did not load", page);
        }
    }

    private static async Task<HttpResponseMessage> HandIn(
        HttpClient browser,
        string path,
        string from,
        params (string Name, string Text)[] files
    )
    {
        using var form = new MultipartFormDataContent { { new StringContent(from), "from" } };
        foreach (var (name, text) in files)
            form.Add(new StringContent(text), "files", name);
        return await browser.PostAsync($"{path}/hand-in", form);
    }
}
