using Intranet.App;
using Intranet.App.Admin;
using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Blobs.Scanning;
using Intranet.Domain.Access;
using Intranet.Tests.Servers;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

/// <summary>Documents a virus scanner looks at before anybody else.</summary>
public sealed class ScannedTests
{
    [Theory]
    [OnBoth(true)]
    [OnBoth(false)]
    public async Task What_carries_a_virus_becomes_no_document_and_is_put_aside(Engine engine, bool socket)
    {
        var places = await ClamdServer.Places;
        await using var shelf = await Open(engine, socket ? places.Socket : places.Tcp);
        await shelf.Document(shelf.Ann, "clean.txt", "Words");

        var refusal = await Assert.ThrowsAsync<Refusal>(() => shelf.Document(shelf.Ann, "game.txt", ClamdServer.Eicar));

        Assert.StartsWith($"The virus scanner found {ClamdServer.Virus} in game.txt.", refusal.Message, StringComparison.Ordinal);
        Assert.False(refusal.Passing);
        Assert.Equal(["clean.txt"], await shelf.Sees(shelf.Ann));
        var kept = Assert.Single(await shelf.Office.Get<IBlobs>().List(TestContext.Current.CancellationToken).ToListAsync());
        Assert.Equal(5, kept.Length);
        Assert.Empty(Directory.GetFiles(shelf.Office.Installation.Landing));
        var caught = Assert.Single(shelf.Office.Get<Quarantine>().List());
        Assert.Equal((ClamdServer.Virus, "game.txt", shelf.Ann.Id), (caught.Found, caught.Name, caught.PersonId));
        var finding = (await shelf.Office.Get<Checkup>().Run(default)).Single(f => f.What == "Quarantine");
        Assert.Null(finding.Problem);
        Assert.Contains("game.txt", finding.Note);
    }

    [Fact]
    public async Task What_was_put_aside_is_forgotten_after_a_month_and_not_before()
    {
        await using var shelf = await Open(Engine.Sqlite, (await ClamdServer.Places).Socket);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Document(shelf.Ann, "game.txt", ClamdServer.Eicar));
        var folder = shelf.Office.Installation.Quarantine;
        foreach (var note in Directory.GetFiles(folder, "*.json"))
            File.SetLastWriteTimeUtc(note, shelf.Office.Clock.GetUtcNow().UtcDateTime.AddDays(-29));

        await shelf.Office.Get<UploadSweep>().Sweep();
        Assert.Equal(2, Directory.GetFiles(folder).Length);
        shelf.Office.Clock.Advance(TimeSpan.FromDays(2));
        await shelf.Office.Get<UploadSweep>().Sweep();

        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Without_a_verdict_nothing_is_taken_and_what_arrived_waits()
    {
        await using var wire = new CutWire($"http://{(await ClamdServer.Places).Tcp}");
        wire.Cut();
        await using var shelf = await Open(Engine.Sqlite, new Uri(wire.Address).Authority);
        var begun = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("plan.txt", 5));
        await shelf.Add(shelf.Ann, begun.Id, 0, "Hello");

        var refusal = await Assert.ThrowsAsync<Refusal>(() => Finish(shelf, begun.Id));

        Assert.Equal("The virus scanner does not answer. What has arrived is kept; try again in a few minutes.", refusal.Message);
        Assert.True(refusal.Passing);
        Assert.Empty(await shelf.Sees(shelf.Ann));
        Assert.NotNull(await shelf.Office.Get<VirusScan>().Silence(default));
        wire.Mend();
        Assert.Null(await shelf.Office.Get<VirusScan>().Silence(default));
        Assert.NotNull((await Finish(shelf, begun.Id)).Document);
    }

    [Fact]
    public async Task Nobody_listens_where_the_scanner_is_set_to_be()
    {
        await using var shelf = await Open(Engine.Sqlite, $"127.0.0.1:{FreePort.Next()}");
        Assert.True((await Assert.ThrowsAsync<Refusal>(() => shelf.Document(shelf.Ann, "plan.txt"))).Passing);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_the_scanner_takes_is_refused(bool socket)
    {
        var places = await ClamdServer.Places;
        await using var shelf = await Open(Engine.Sqlite, socket ? places.Socket : places.Tcp);

        var refusal = await Assert.ThrowsAsync<Refusal>(() => shelf.Document("large.bin", new byte[ClamdServer.Largest + 1_000_000]));

        Assert.StartsWith("This file is larger than the virus scanner", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await shelf.Sees(shelf.Ann));
    }

    private static Task<UploadState> Finish(Shelf shelf, Guid upload) =>
        shelf.Uploads.Finish(shelf.Ann.Eyes(), upload, new UploadEnd(SameName.Ask));

    private static Task<Shelf> Open(Engine engine, string clamd) => Shelf.In(Office.Open(engine, i => i with { Clamd = clamd }));
}
