using System.IO.Compression;
using System.Text;
using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Documents.Unpacking;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Documents.Unpacking;

public sealed class ArchivesTests
{
    [Theory, OnBoth]
    public async Task An_archive_becomes_a_folder_beside_it_in_one_act_and_once_per_key(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await shelf.Folder(shelf.Ann, "Plans");
        var zip = await shelf.Document(
            "Plans.zip",
            Zip(
                ("Plans/2026/inner.txt", "inner"),
                ("Plans/a.txt", "a"),
                ("Plans/A.txt", "another"),
                ("Plans/empty/", ""),
                ("Plans\\back.txt", "back"),
                ("__MACOSX/Plans/._a.txt", "x"),
                ("Plans/.DS_Store", "x"),
                ("Plans/inner.zip", "PK")
            )
        );
        var before = (await shelf.Verbs()).Count;

        var folder = await Unpack(shelf, shelf.Ann, zip, "key");
        Assert.Equal(folder, await Unpack(shelf, shelf.Ann, zip, "key"));

        Assert.Equal(["Plans", "Plans (2)", "Plans.zip"], await shelf.Sees(shelf.Guest));
        Assert.Equal(["2026", "empty", "A (2).txt", "a.txt", "back.txt", "inner.zip"], await shelf.Sees(shelf.Guest, folder));
        var rows = await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, folder);
        Assert.Equal("a", await shelf.Reads(shelf.Guest, rows.Single(r => r.Name == "a.txt").Id));
        Assert.Equal(["inner.txt"], await shelf.Sees(shelf.Guest, rows[0].Id));
        Assert.Equal([Verb.FolderMade], (await shelf.Verbs()).Skip(before));
    }

    [Theory, OnBoth]
    public async Task What_could_do_harm_is_refused_whole_and_leaves_nothing(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        foreach (
            var (name, bytes) in new[]
            {
                ("up.zip", Zip(("ok.txt", "ok"), ("../out.txt", "x"))),
                ("deep.zip", Zip(("ok.txt", "ok"), ("a/../../out.txt", "x"))),
                ("root.zip", Zip(("ok.txt", "ok"), ("/etc/passwd", "x"))),
                ("drive.zip", Zip(("ok.txt", "ok"), ("C:\\x.txt", "x"))),
                ("link.zip", Link()),
                ("program.zip", Zip(("ok.txt", "stays away"), ("bill.pdf", "MZ" + new string('\0', 200)))),
                ("many.zip", Zip([.. Enumerable.Range(0, ArchivePlan.MostEntries + 1).Select(i => ($"{i}.txt", ""))])),
                ("bomb.zip", Zip(("zeros.txt", new string('0', 60 * 1024 * 1024)))),
                ("levels.zip", Zip((string.Concat(Enumerable.Repeat("a/", 25)) + "x.txt", "x"))),
                ("lies.zip", Lying()),
                ("list.zip", LongList()),
                ("nothing.zip", Zip(("__MACOSX/x", "x"))),
                ("cut.zip", Cut()),
            }
        )
        {
            var zip = await shelf.Document(name, bytes);
            await Assert.ThrowsAsync<Refusal>(() => Unpack(shelf, shelf.Ann, zip, name));
            await shelf.Papers.Remove(shelf.Ann.Eyes(), zip);
        }

        Assert.Empty(await shelf.Sees(shelf.Ann));
        Assert.Null(await shelf.Office.Get<IBlobs>().Length(Key("ok"), TestContext.Current.CancellationToken));
        Assert.Null(await shelf.Office.Get<IBlobs>().Length(Key("stays away"), TestContext.Current.CancellationToken));
    }

    [Theory, OnBoth]
    public async Task What_lies_here_for_another_reason_stays_when_an_archive_is_refused(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "kept.txt", "kept");
        var zip = await shelf.Document("bad.zip", Zip(("same.txt", "kept"), ("bill.pdf", "MZ" + new string('\0', 200))));

        await Assert.ThrowsAsync<Refusal>(() => Unpack(shelf, shelf.Ann, zip, "key"));

        Assert.Equal("kept", await shelf.Reads(shelf.Ann, paper));
    }

    [Theory, OnBoth]
    public async Task Who_may_not_file_unpacks_nothing_and_only_archives_are_unpacked(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (zip, text) = (await shelf.Document("a.zip", Zip(("a.txt", "a"))), await shelf.Document(shelf.Ann, "b.txt"));

        foreach (var who in new[] { shelf.Guest, shelf.Outsider })
            await Assert.ThrowsAsync<Refusal>(() => Unpack(shelf, who, zip, "key"));
        await Assert.ThrowsAsync<Refusal>(() => Unpack(shelf, shelf.Ann, text, "key"));
        await Unpack(shelf, shelf.Ann, zip, "key");
    }

    [Theory, OnBoth]
    public async Task The_room_of_the_space_is_kept(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var zip = await shelf.Document("a.zip", Zip(("a.txt", new string('a', 20_000))));
        await shelf.Office.Store.Write(
            Viewer.Nobody,
            work => Task.FromResult(work.Db.Settings.Add(new Setting(Setting.SpaceQuota, "10000")))
        );

        var refusal = await Assert.ThrowsAsync<Refusal>(() => Unpack(shelf, shelf.Ann, zip, "key"));

        Assert.Contains("has room for", refusal.Message);
        Assert.Equal(["a.zip"], await shelf.Sees(shelf.Ann));
    }

    private static Task<Guid> Unpack(Shelf shelf, Person who, Guid zip, string key) =>
        shelf.Office.Get<Archives>().Unpack(who.Eyes(), zip, key, TestContext.Current.CancellationToken);

    private static string Key(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Zip(params (string Path, string Text)[] entries) =>
        Packed(zip =>
        {
            foreach (var (path, text) in entries)
            {
                using var to = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open());
                to.Write(text);
            }
        });

    /// <summary>As a Unix program writes a link: the rights say it is one, the content says where it leads.</summary>
    /// <summary>An archive that says less of an entry than the entry holds.</summary>
    private static byte[] Lying()
    {
        var bytes = Zip(("a.txt", new string('a', 2000)));
        var central = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(central + 24), 10);
        return bytes;
    }

    /// <summary>An archive whose list of entries alone is larger than any that is unpacked.</summary>
    private static byte[] LongList()
    {
        var bytes = new byte[5 * 1024 * 1024];
        "PK\u0003\u0004"u8.CopyTo(bytes);
        "PK\u0005\u0006"u8.CopyTo(bytes.AsSpan(bytes.Length - 22));
        return bytes;
    }

    private static byte[] Link() =>
        Packed(zip =>
        {
            var entry = zip.CreateEntry("link");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var to = new StreamWriter(entry.Open());
            to.Write("/etc/passwd");
        });

    /// <summary>The list of entries is whole, the content of one is not what it was.</summary>
    private static byte[] Cut()
    {
        var bytes = Zip(("ok.txt", "ok"), ("z.txt", string.Join(' ', Enumerable.Range(0, 5000))));
        bytes.AsSpan(200, 2000).Fill(0xff);
        return bytes;
    }

    private static byte[] Packed(Action<ZipArchive> fill)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            fill(zip);
        return bytes.ToArray();
    }
}
