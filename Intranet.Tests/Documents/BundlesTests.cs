using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Intranet.App.Documents;
using Intranet.App.Documents.Downloading;
using Intranet.App.Documents.Uploading;
using Intranet.App.Shared.Blobs;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Tests.World;
using static Intranet.Tests.Documents.Sending;

namespace Intranet.Tests.Documents;

public sealed class BundlesTests
{
    [Theory, OnBoth]
    public async Task A_folder_comes_out_as_it_lies_and_without_what_was_removed(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var plans = await shelf.Folder(shelf.Ann, "Plans");
        var year = await shelf.Folder(shelf.Ann, "2026", plans);
        await shelf.Folder(shelf.Ann, "Empty", plans);
        var inner = await shelf.Document(shelf.Ann, "a: first?.txt", "inner", year);
        await shelf.Bring(shelf.Ann, "b.txt", "old", plans);
        await shelf.Bring(shelf.Ann, "b.txt", "new", plans, SameName.NewVersion);
        await shelf.Papers.Remove(shelf.Ann.Eyes(), await shelf.Document(shelf.Ann, "gone.txt", "gone", plans));
        await shelf.Document(shelf.Ann, "beside.txt", "beside");

        // What is chosen besides the folder in which it lies comes once.
        var (name, files) = await Unpacked(shelf, shelf.Ben, plans, inner);

        Assert.Equal("Plans", name);
        Assert.Equal(
            [("Plans/", ""), ("Plans/2026/", ""), ("Plans/Empty/", ""), ("Plans/b.txt", "new"), ("Plans/2026/a_ first_.txt", "inner")],
            files
        );
    }

    [Theory, OnBoth]
    public async Task Names_that_are_the_same_on_a_desktop_get_a_number(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (one, two) = (await shelf.Document(shelf.Ann, "a?.txt", "one"), await shelf.Document(shelf.Ann, "a_.txt", "two"));

        var (name, files) = await Unpacked(shelf, shelf.Ann, one, two);

        Assert.Equal("Documents", name);
        Assert.Equal(["a_ (2).txt", "a_.txt"], files.Select(f => f.Path).Order(StringComparer.Ordinal));
        Assert.Equal(["one", "two"], files.Select(f => f.Text).Order());
    }

    [Theory, OnBoth]
    public async Task Who_may_not_see_it_gets_nothing_even_among_what_they_may(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var secret = await shelf.Folder(shelf.Ann, "Secret");
        var paper = await shelf.Document(shelf.Ann, "a.txt", "Words", secret);
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);

        foreach (var who in new[] { shelf.Outsider, shelf.Ben })
            Assert.Null(await shelf.Office.Get<Bundles>().Gather(who.Eyes(), [secret, paper, Guid.CreateVersion7()]));
        Assert.Equal(["a.txt"], (await Unpacked(shelf, shelf.Guest, paper, Guid.CreateVersion7())).Files.Select(f => f.Path));
    }

    [Theory, OnBoth]
    public async Task Too_much_and_what_is_missing_are_said_before_anything_is_sent(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "a.txt");
        var many = Enumerable.Range(0, Bundles.MostChosen + 1).Select(_ => Guid.CreateVersion7()).ToList();
        var bundles = shelf.Office.Get<Bundles>();

        Assert.Contains("100 at most", (await Assert.ThrowsAsync<Refusal>(() => bundles.Gather(shelf.Ann.Eyes(), many))).Message);
        await shelf.Office.Get<IBlobs>().Delete((await shelf.Downloads.Find(shelf.Ann.Eyes(), paper, null))!.BlobKey);
        Assert.Contains("is missing", (await Assert.ThrowsAsync<Refusal>(() => bundles.Gather(shelf.Ann.Eyes(), [paper]))).Message);
    }

    [Fact]
    public async Task The_door_sends_an_archive_to_be_kept_and_writes_down_each_opening()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        var folder = await shelf.Folder(shelf.Ann, "Pläne");
        await shelf.Document(shelf.Ann, "a.txt", "a", folder);
        await shelf.Document(shelf.Ann, "b.txt", "", folder);
        await shelf.Folder(shelf.Ann, "Empty", folder);
        using var ben = await Browser(shelf, shelf.Ben);
        using var outsider = await Browser(shelf, shelf.Outsider);

        using var answer = await ben.GetAsync($"/files/zip?of={folder}");
        using var again = await ben.GetAsync($"/files/zip?of={folder}");

        Assert.Equal("Pläne.zip", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(4, zip.Entries.Count);
        Assert.Equal(2, (await shelf.Verbs()).Count(v => v == Verb.FileOpened));
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync($"/files/zip?of={folder}")).StatusCode);
    }

    [Fact]
    public async Task However_full_it_is_at_the_end_of_a_content_nothing_is_sent_while_a_thread_waits()
    {
        await using var shelf = await Shelf.In(Engine.Sqlite);
        var folder = await shelf.Folder(shelf.Owner, "Plans");
        for (var i = 0; i < 24; i++)
            await shelf.Papers.Move(
                shelf.Owner.Eyes(),
                await shelf.Document($"{i}.bin", RandomNumberGenerator.GetBytes(50_000 + 7_001 * i)),
                folder
            );
        var bundles = shelf.Office.Get<Bundles>();
        var bundle = (await bundles.Gather(shelf.Owner.Eyes(), [folder]))!;
        using var packed = new Unwaiting();

        await bundles.Send(bundle, packed, TestContext.Current.CancellationToken);

        using var zip = new ZipArchive(packed);
        Assert.Equal(25, zip.Entries.Count);
    }

    private sealed class Unwaiting : MemoryStream
    {
        private bool Waits { get; set; } = true;

        public override void Write(byte[] buffer, int offset, int count)
        {
            Assert.False(Waits, "Synchronous operations are disallowed.");
            base.Write(buffer, offset, count);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Waits = false;
            Write(buffer.ToArray(), 0, buffer.Length);
            Waits = true;
            return ValueTask.CompletedTask;
        }
    }

    private static async Task<(string Name, List<(string Path, string Text)> Files)> Unpacked(Shelf shelf, Person who, params Guid[] chosen)
    {
        var bundles = shelf.Office.Get<Bundles>();
        var bundle = (await bundles.Gather(who.Eyes(), chosen))!;
        using var packed = new MemoryStream();
        await bundles.Send(bundle, packed, TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(packed);
        return (bundle.Name, [.. zip.Entries.Select(entry => (entry.FullName, new StreamReader(entry.Open()).ReadToEnd()))]);
    }
}
