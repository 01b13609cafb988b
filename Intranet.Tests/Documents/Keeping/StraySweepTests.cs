using System.Security.Cryptography;
using System.Text;
using Intranet.App.Admin;
using Intranet.App.Data;
using Intranet.App.Documents.Keeping;
using Intranet.App.People;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Intranet.Tests.Servers;
using Intranet.Tests.Shared.Blobs;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Intranet.Tests.Documents.Keeping;

/// <summary>Contents that an interruption left without a row.</summary>
public sealed class StraySweepTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachStore(Engine.Sqlite)]
    [OnEachStore(Engine.Postgres)]
    public async Task What_nothing_refers_to_is_named_at_once_and_deleted_after_a_day_and_all_else_stays(KindOfStore kind, Engine engine)
    {
        await using var shelf = await On(kind, engine);
        var (office, blobs) = (shelf.Office, shelf.Office.Get<IBlobs>());
        var waiting = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("plan.txt", 7));
        var document = await shelf.Document(shelf.Ben, "plan.txt", "kept");
        await shelf.Add(shelf.Ann, waiting.Id, 0, "waiting");
        await shelf.Uploads.Finish(shelf.Ann.Eyes(), waiting.Id, new(App.Documents.Uploading.SameName.Ask));
        await office.Get<Profiles>().Picture(shelf.Ann.Eyes(), await Put(shelf, "a face"));
        var drawn = $"400={await Put(shelf, "narrow")};800={await Put(shelf, "wide")}";
        await office.Store.Write(
            Viewer.Nobody,
            work => Task.FromResult(work.Db.Pictures.Add(new Picture(Guid.CreateVersion7(), shelf.Ann.Id, drawn, 1, 1, work.Now)))
        );
        var kept = (await blobs.List(Stop).ToListAsync(Stop)).Select(b => b.Key).Order().ToList();
        var (one, other) = (await Put(shelf, "left"), await Put(shelf, "behind"));

        var found = (await office.Get<Checkup>().Run(Stop)).Single(f => f.What == "Contents left behind");
        Assert.Null(found.Problem);
        Assert.Contains("2 with 10 bytes", found.Note);
        Assert.Contains(one, found.Note);
        Assert.Contains(other, found.Note);
        Assert.Equal(5, kept.Count);
        office.Clock.SetUtcNow(TimeProvider.System.GetUtcNow() + StraySweep.Patience - TimeSpan.FromMinutes(30));
        await office.Get<StraySweep>().Sweep();
        Assert.Equal(4, await blobs.Length(one, Stop));

        office.Clock.Advance(TimeSpan.FromHours(1));
        await office.Get<StraySweep>().Sweep();

        Assert.Equal(kept, (await blobs.List(Stop).ToListAsync(Stop)).Select(b => b.Key).Order());
        Assert.Null(await blobs.Find(one, Stop));
        Assert.Equal("kept", await shelf.Reads(shelf.Ben, document));
        Assert.Null((await office.Get<Checkup>().Run(Stop)).Single(f => f.What == "Contents left behind").Note);
    }

    [Theory]
    [OnEachStore(Engine.Sqlite)]
    [OnEachStore(Engine.Postgres)]
    public async Task A_version_that_is_saved_of_the_same_bytes_at_that_instant_keeps_them(KindOfStore kind, Engine engine)
    {
        await using var shelf = await On(kind, engine);
        shelf.Office.Clock.SetUtcNow(TimeProvider.System.GetUtcNow() + 2 * StraySweep.Patience);
        var sweep = shelf.Office.Get<StraySweep>();

        for (var i = 0; i < 12; i++)
        {
            var text = $"the same bytes {i}";
            await Put(shelf, text);
            var saving = Task.Run(() => shelf.Document(shelf.Ann, $"{i}.txt", text), Stop);
            await Task.WhenAll(saving, Task.Run(sweep.Sweep, Stop));
            Assert.Equal(text, await shelf.Reads(shelf.Ben, await saving));
        }
    }

    [Theory, OnBoth]
    public async Task An_act_that_comes_too_late_says_so_and_refers_to_nothing(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var face = await Put(shelf, "a face");
        shelf.Office.Clock.SetUtcNow(TimeProvider.System.GetUtcNow() + 2 * StraySweep.Patience);
        await shelf.Office.Get<StraySweep>().Sweep();

        await Assert.ThrowsAsync<Refusal>(() => shelf.Office.Get<Profiles>().Picture(shelf.Ann.Eyes(), face));

        Assert.Null((await shelf.Office.Store.Read(shelf.Ann.Eyes(), db => db.People.SingleAsync(p => p.Id == shelf.Ann.Id))).AvatarKey);
    }

    [Fact]
    public async Task So_many_as_an_older_database_would_leave_wait_for_a_month()
    {
        await using var shelf = await Shelf.In(Engine.Sqlite);
        var blobs = shelf.Office.Get<IBlobs>();
        for (var i = 0; i <= StraySweep.Many; i++)
            await Put(shelf, $"left {i}");
        var now = TimeProvider.System.GetUtcNow();
        shelf.Office.Clock.SetUtcNow(now + 2 * StraySweep.Patience);
        await shelf.Office.Get<StraySweep>().Sweep();
        Assert.Equal(StraySweep.Many + 1, await blobs.List(Stop).CountAsync(Stop));

        shelf.Office.Clock.SetUtcNow(now + 2 * StraySweep.LongPatience);
        await shelf.Office.Get<StraySweep>().Sweep();

        Assert.Empty(await blobs.List(Stop).ToListAsync(Stop));
    }

    [Fact]
    public void Every_column_that_refers_to_contents_is_asked()
    {
        using var db = new Databases(new App.Installation(TestFolder.Create("model")), new FakeTimeProvider()).Open(Viewer.Nobody);
        var columns =
            from table in db.Model.GetEntityTypes()
            from column in table.GetProperties()
            where column.Name.EndsWith("BlobKey", StringComparison.Ordinal) || column.Name == "AvatarKey"
            select $"{table.ClrType.Name}.{column.Name}";
        // Whoever adds one adds it to ContentUse. A byline is a person, looked at from a table that names one.
        Assert.Equal(
            ["Byline.AvatarKey", "DocumentVersion.BlobKey", "Person.AvatarKey", "Picture.BlobKey", "Received.BlobKey", "Upload.BlobKey"],
            columns.Order(StringComparer.Ordinal)
        );
    }

    private static async Task<Shelf> On(KindOfStore kind, Engine engine)
    {
        var bucket = kind == KindOfStore.Bucket ? await S3Server.Empty() : null;
        return await Shelf.In(Office.Open(engine, i => i with { Bucket = bucket }));
    }

    private static async Task<string> Put(Shelf shelf, string text)
    {
        var key = await shelf.Office.Get<Incoming>().PutAsync(Encoding.UTF8.GetBytes(text), Stop);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), key);
        return key;
    }
}
