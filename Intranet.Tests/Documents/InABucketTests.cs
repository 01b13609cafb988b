using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Intranet.App.Documents;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Uploading;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using static Intranet.Tests.Documents.Sending;

namespace Intranet.Tests.Documents;

/// <summary>Documents whose contents lie in a bucket.</summary>
public sealed class InABucketTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_comes_in_goes_out_in_parts_is_looked_at_and_packed()
    {
        var bucket = await S3Server.Empty();
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite, set: i => i with { Bucket = bucket }));
        using var ann = await Browser(shelf, shelf.Ann);
        var bytes = RandomNumberGenerator.GetBytes(20_000_000);
        var upload = await Begin(ann, shelf, "large.bin", bytes.Length);
        await Piece(ann, upload, 0, bytes);
        var large = (await Finish(ann, upload)).GetProperty("document").GetGuid();
        var text = await shelf.Document("words.txt", "The turbine turns"u8.ToArray());
        ClearLocal(shelf);

        using var part = await Ask(ann, large, r => r.Headers.Range = new RangeHeaderValue(19_000_000, 19_000_009));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[19_000_000..19_000_010], await part.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(bytes, await ann.GetByteArrayAsync($"/files/documents/{large}", Stop));
        var version = (await shelf.Downloads.Find(shelf.Ann.Eyes(), text, null))!;
        Assert.Equal("The turbine turns", Assert.IsType<Preview.Plain>(await shelf.Office.Get<Previews>().Of(version)).Text);
        await shelf.Office.Get<Librarian>().CatchUp(Stop);
        using var zip = new ZipArchive(new MemoryStream(await ann.GetByteArrayAsync($"/files/zip?of={large}&of={text}", Stop)));
        Assert.Equal(["large.bin", "words.txt"], zip.Entries.Select(e => e.FullName).Order());
        using var words = new StreamReader(zip.GetEntry("words.txt")!.Open(), Encoding.UTF8);
        Assert.Equal("The turbine turns", await words.ReadToEndAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task While_the_bucket_is_away_nothing_is_half_done_and_what_is_whole_waits(Engine engine)
    {
        await using var server = await S3Server.Start();
        await using var shelf = await Shelf.In(Office.Open(engine, i => i with { Bucket = server.Settings() }));
        var begun = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("plan.txt", 5));
        await shelf.Add(shelf.Ann, begun.Id, 0, "Hello");
        await server.Stop();

        for (var twice = 0; twice < 2; twice++)
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(() =>
                shelf.Uploads.Finish(shelf.Ann.Eyes(), begun.Id, new UploadEnd(SameName.Ask))
            );
            Assert.True(refusal.Passing);
        }
        Assert.Empty(await shelf.Sees(shelf.Ann));
        Assert.Equal(5, (await shelf.Uploads.Look(shelf.Ann.Eyes(), begun.Id))!.Offset);
        await server.StartAgain();
        var done = await shelf.Uploads.Finish(shelf.Ann.Eyes(), begun.Id, new UploadEnd(SameName.Ask));

        Assert.Equal("Hello", await shelf.Reads(shelf.Guest, done.Document!.Value));
        Assert.Empty(Directory.GetFiles(shelf.Office.Installation.Landing));
    }

    [Fact]
    public async Task While_the_bucket_is_away_every_door_says_so_and_asks_to_come_again()
    {
        await using var server = await S3Server.Start();
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite, set: i => i with { Bucket = server.Settings() }));
        using var ann = await Browser(shelf, shelf.Ann);
        var document = await shelf.Document(shelf.Ann, "plan.txt");
        var upload = await Begin(ann, shelf, "next.txt", 4);
        await Piece(ann, upload, 0, "Next"u8.ToArray());
        await server.Stop();
        ClearLocal(shelf);

        foreach (var address in new[] { $"/files/documents/{document}", $"/files/zip?of={document}" })
        {
            using var answer = await ann.GetAsync(address, Stop);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("does not answer", await answer.Content.ReadAsStringAsync(Stop));
        }
        using var finish = await ann.PostAsJsonAsync($"/api/uploads/{upload}/finish", new { same = nameof(SameName.Ask) }, Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, finish.StatusCode);
        Assert.Contains("What has arrived is kept", await finish.Content.ReadAsStringAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_cancelled_upload_takes_its_content_out_of_the_bucket(Engine engine)
    {
        var bucket = await S3Server.Empty();
        await using var shelf = await Shelf.In(Office.Open(engine, i => i with { Bucket = bucket }));
        await shelf.Document(shelf.Ben, "plan.txt", "Other");
        var begun = await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("plan2.txt", 4));
        await shelf.Add(shelf.Ann, begun.Id, 0, "lost");
        await shelf.Document(shelf.Ben, "plan2.txt", "Others");
        await shelf.Uploads.Finish(shelf.Ann.Eyes(), begun.Id, new UploadEnd(SameName.Ask));
        var key = Convert.ToHexStringLower(SHA256.HashData("lost"u8));
        Assert.Equal(4, await shelf.Office.Get<IBlobs>().Length(key, Stop));

        await shelf.Uploads.Cancel(shelf.Ann.Eyes(), begun.Id);

        Assert.Null(await shelf.Office.Get<IBlobs>().Length(key, Stop));
        Assert.Null(await shelf.Office.Get<IBlobs>().Find(key, Stop));
    }

    /// <summary>As a machine that has just come into the house.</summary>
    private static void ClearLocal(Shelf shelf)
    {
        foreach (var copy in Directory.GetFiles(shelf.Office.Installation.Copies))
            File.Delete(copy);
    }
}
