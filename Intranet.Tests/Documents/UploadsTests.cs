using System.Security.Cryptography;
using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Blobs.Scanning;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Documents;

public sealed class UploadsTests
{
    [Theory, OnBoth]
    public async Task A_file_comes_in_pieces_each_at_its_place(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var begun = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("plan.txt", 11));
        Assert.Equal(new Arrival(6, ArrivalState.Taken), await shelf.Add(shelf.Ann, begun.Id, 0, "Hello "));
        Assert.Equal(new Arrival(6, ArrivalState.Elsewhere), await shelf.Add(shelf.Ann, begun.Id, 0, "Hello "));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Uploads.Finish(shelf.Ann.Eyes(), begun.Id, new UploadEnd(SameName.Ask)));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Add(shelf.Ann, begun.Id, 6, "world and more"));
        Assert.Equal(6, (await shelf.Uploads.Look(shelf.Ann.Eyes(), begun.Id))!.Offset);
        await shelf.Add(shelf.Ann, begun.Id, 6, "world");
        var sum = Convert.ToHexString(SHA256.HashData("Hello world"u8));

        var done = await shelf.Uploads.Finish(shelf.Ann.Eyes(), begun.Id, new UploadEnd(SameName.Ask, sum));
        var again = await shelf.Uploads.Finish(shelf.Ann.Eyes(), begun.Id, new UploadEnd(SameName.Ask, sum));

        Assert.Equal(done, again);
        Assert.Equal("Hello world", await shelf.Reads(shelf.Guest, done.Document!.Value));
        Assert.Equal([Verb.FileAdded], await shelf.Verbs());
    }

    [Theory, OnBoth]
    public async Task It_goes_on_where_it_broke_off_also_in_another_process(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var wanted = shelf.New("plan.txt", 11);
        var begun = await shelf.Uploads.Begin(shelf.Ann.Eyes(), wanted);
        await shelf.Add(shelf.Ann, begun.Id, 0, "Hello ");
        // What knows nothing of the pieces that came before.
        var fresh = new Incoming(shelf.Office.Get<Landing>(), shelf.Office.Get<IBlobs>());
        var uploads = new Uploads(
            shelf.Office.Store,
            fresh,
            new Arriving(shelf.Office.Store, fresh, shelf.Office.Get<IBlobs>(), shelf.Office.Get<VirusScan>()),
            shelf.Office.Get<IBlobs>()
        );

        var resumed = await uploads.Begin(shelf.Ann.Eyes(), wanted);
        Assert.Equal((begun.Id, 6), (resumed.Id, resumed.Offset));
        await uploads.Add(shelf.Ann.Eyes(), begun.Id, 6, Shelf.Pipe("world"), null, TestContext.Current.CancellationToken);
        var done = await uploads.Finish(shelf.Ann.Eyes(), begun.Id, new UploadEnd(SameName.Ask));

        Assert.Equal("Hello world", await shelf.Reads(shelf.Ann, done.Document!.Value));
    }

    [Theory, OnBoth]
    public async Task A_piece_or_a_file_with_a_wrong_checksum_is_not_taken(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var begun = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("plan.txt", 5));

        Assert.Equal(new Arrival(0, ArrivalState.Corrupt), await shelf.Add(shelf.Ann, begun.Id, 0, "Hallo", SHA256.HashData("Hello"u8)));
        Assert.Equal(new Arrival(5, ArrivalState.Taken), await shelf.Add(shelf.Ann, begun.Id, 0, "Hallo", SHA256.HashData("Hallo"u8)));
        var wrong = new UploadEnd(SameName.Ask, Convert.ToHexString(SHA256.HashData("Hello"u8)));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Uploads.Finish(shelf.Ann.Eyes(), begun.Id, wrong));
        Assert.Equal(0, (await shelf.Uploads.Look(shelf.Ann.Eyes(), begun.Id))!.Offset);
        Assert.Empty(await shelf.Sees(shelf.Ann));
    }

    [Theory, OnBoth]
    public async Task Folders_come_along_and_are_made_once(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);

        await shelf.Bring(shelf.Ann, shelf.New("a.txt", 1, null, SameName.Ask, "Plans", "2026"), "a");
        await shelf.Bring(shelf.Ann, shelf.New("b.txt", 1, null, SameName.Ask, "plans", "2026"), "b");

        var plans = Assert.Single(await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, null));
        var year = Assert.Single(await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, plans.Id));
        Assert.Equal(["a.txt", "b.txt"], await shelf.Sees(shelf.Ann, year.Id));
        Assert.Equal([Verb.FolderMade, Verb.FolderMade, Verb.FileAdded, Verb.FileAdded], await shelf.Verbs());
    }

    [Theory, OnBoth]
    public async Task The_same_content_is_stored_once_and_an_empty_file_is_a_file(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var a = await shelf.Document(shelf.Ann, "a.txt", "same");
        var b = await shelf.Document(shelf.Ben, "b.txt", "same");
        var empty = await shelf.Document(shelf.Ben, "empty.txt", "");

        Assert.Equal(
            ["same", "same", ""],
            new[] { await shelf.Reads(shelf.Ann, a), await shelf.Reads(shelf.Ann, b), await shelf.Reads(shelf.Ann, empty) }
        );
        Assert.Equal(2, Directory.GetFiles(shelf.Office.Installation.Blobs, "*", SearchOption.AllDirectories).Length);
    }

    [Theory, OnBoth]
    public async Task Nobody_goes_on_with_what_somebody_else_began(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var begun = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("plan.txt", 5));
        await shelf.Add(shelf.Ann, begun.Id, 0, "He");

        foreach (var who in new[] { shelf.Ben, shelf.Owner, shelf.Outsider })
        {
            Assert.Null(await shelf.Uploads.Look(who.Eyes(), begun.Id));
            await Assert.ThrowsAsync<Refusal>(() => shelf.Add(who, begun.Id, 0, "Hello"));
            await Assert.ThrowsAsync<Refusal>(() => shelf.Uploads.Finish(who.Eyes(), begun.Id, new UploadEnd(SameName.Ask)));
            await shelf.Uploads.Cancel(who.Eyes(), begun.Id);
        }
        Assert.Equal(2, (await shelf.Uploads.Look(shelf.Ann.Eyes(), begun.Id))!.Offset);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Uploads.Begin(shelf.Outsider.Eyes(), shelf.New("x", 1)));
    }

    [Theory, OnBoth]
    public async Task Who_is_removed_from_the_space_in_the_middle_does_not_finish(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var begun = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("plan.txt", 5));
        await shelf.Add(shelf.Ann, begun.Id, 0, "Hel");
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ann.Id);

        await Assert.ThrowsAsync<Refusal>(() => shelf.Add(shelf.Ann, begun.Id, 3, "lo"));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Uploads.Finish(shelf.Ann.Eyes(), begun.Id, new UploadEnd(SameName.Ask)));
        Assert.Empty(await shelf.Sees(shelf.Owner));
    }

    [Theory, OnBoth]
    public async Task An_opening_is_written_down_once_per_person_version_and_day(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "plan.txt");
        var version = (await shelf.Downloads.Find(shelf.Ben.Eyes(), paper, null))!;
        foreach (var who in new[] { shelf.Ben, shelf.Ben, shelf.Guest })
            await shelf.Downloads.Opened(who.Eyes(), version);
        shelf.Office.Clock.Advance(TimeSpan.FromDays(1));
        await shelf.Downloads.Opened(shelf.Ben.Eyes(), version);

        var opened = await shelf.Office.Store.Read(
            shelf.Owner.Eyes(),
            db => db.Activities.Where(a => a.Verb == Verb.FileOpened).Select(a => a.ActorId).ToListAsync()
        );

        Assert.Equal([shelf.Ben.Id, shelf.Guest.Id, shelf.Ben.Id], opened);
        Assert.Equal(2, await shelf.Office.Store.Read(shelf.Owner.Eyes(), db => db.Openings.CountAsync()));
    }
}
