using Intranet.App.Admin;
using Intranet.App.Shared.Blobs;
using Intranet.Tests.Documents;
using Intranet.Tests.Servers;
using Intranet.Tests.Shared.Blobs;
using Intranet.Tests.World;

namespace Intranet.Tests.Admin;

/// <summary>`check` names what is missing or damaged, wherever it lies.</summary>
public sealed class KeptContentsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnBoth(KindOfStore.Folder)]
    [OnBoth(KindOfStore.Bucket)]
    public async Task A_content_that_is_missing_is_named_by_document_and_version(Engine engine, KindOfStore kind)
    {
        await using var shelf = await Open(engine, kind);
        await shelf.Bring(shelf.Ann, "plan.txt", "First");
        await shelf.Bring(shelf.Ann, "plan.txt", "Second", same: App.Documents.Uploading.SameName.NewVersion);
        var key = await Key(shelf, "First");
        Assert.DoesNotContain(await shelf.Office.Get<Checkup>().Run(Stop, deep: true), f => f.Problem is not null);

        await shelf.Office.Get<IBlobs>().Delete(key, Stop);

        var wrong = (await shelf.Office.Get<Checkup>().Run(Stop)).Single(f => f.Problem is not null);
        Assert.Equal("Documents", wrong.What);
        Assert.Contains($"plan.txt, version 1 ({key}) is missing", wrong.Problem);
        Assert.DoesNotContain("version 2", wrong.Problem);
    }

    [Fact]
    public async Task A_content_of_the_right_length_with_other_bytes_is_found_when_all_are_read()
    {
        await using var shelf = await Open(Engine.Sqlite, KindOfStore.Folder);
        await shelf.Bring(shelf.Ann, "plan.txt", "First");
        var key = await Key(shelf, "First");
        await File.WriteAllTextAsync((await shelf.Office.Get<IBlobs>().Find(key, Stop))!, "Fifth", Stop);

        Assert.DoesNotContain(await shelf.Office.Get<Checkup>().Run(Stop), f => f.Problem is not null);
        var wrong = (await shelf.Office.Get<Checkup>().Run(Stop, deep: true)).Single(f => f.Problem is not null);

        Assert.Contains($"plan.txt, version 1 ({key}) has another checksum", wrong.Problem);
    }

    [Fact]
    public async Task A_bucket_that_is_away_is_what_is_wrong()
    {
        await using var server = await S3Server.Start();
        await using var shelf = await Shelf.In(Office.Open(Engine.Sqlite, i => i with { Bucket = server.Settings() }));
        await shelf.Bring(shelf.Ann, "plan.txt", "First");
        await server.Stop();

        var wrong = (await shelf.Office.Get<Checkup>().Run(Stop)).Where(f => f.Problem is not null).ToList();

        Assert.Contains(wrong, f => f.What == "File store" && f.Problem!.StartsWith(server.Url, StringComparison.Ordinal));
    }

    private static async Task<Shelf> Open(Engine engine, KindOfStore kind)
    {
        var bucket = kind == KindOfStore.Bucket ? await S3Server.Empty() : null;
        return await Shelf.In(Office.Open(engine, i => i with { Bucket = bucket }));
    }

    private static Task<string> Key(Shelf shelf, string text) =>
        BlobKey.Of(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), Stop);
}
