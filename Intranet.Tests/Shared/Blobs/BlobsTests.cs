using System.Security.Cryptography;
using Intranet.App.Shared.Blobs;

namespace Intranet.Tests.Shared.Blobs;

/// <summary>What every store promises.</summary>
public sealed class BlobsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnEachStore]
    public async Task What_is_put_in_comes_out_under_the_hash_of_its_bytes(KindOfStore kind)
    {
        var store = await Shelving.Of(kind);
        // More than one part of an upload.
        foreach (var length in new[] { 0, 1, 300_000, 17 * 1024 * 1024 })
        {
            var content = RandomNumberGenerator.GetBytes(length);

            var key = await store.Incoming.PutAsync(content, Stop);

            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), key);
            Assert.Equal(content, await Read(store.Blobs, key));
            Assert.Equal(length, await store.Blobs.Length(key, Stop));
            Assert.Equal(content, await File.ReadAllBytesAsync((await store.Blobs.Find(key, Stop))!, Stop));
        }
        Assert.Empty(Directory.GetFiles(Path.Combine(store.Folder, "arriving")));
    }

    [Theory, OnEachStore]
    public async Task It_is_read_at_any_place(KindOfStore kind)
    {
        var store = await Shelving.Of(kind);
        var content = RandomNumberGenerator.GetBytes(200_000);
        await using var stream = (await store.Blobs.Open(await store.Incoming.PutAsync(content, Stop), Stop))!;
        Assert.Equal(content.Length, stream.Length);
        foreach (var (at, count) in new[] { (150_000, 1000), (0, 10), (10, 10), (199_990, 10) })
        {
            stream.Seek(at, SeekOrigin.Begin);
            var part = new byte[count];
            await stream.ReadExactlyAsync(part, Stop);
            Assert.Equal(content[at..(at + count)], part);
        }
        Assert.Equal(0, await stream.ReadAsync(new byte[10], Stop));
        Assert.Equal(0, await stream.ReadAsync(new byte[10], Stop));
    }

    [Theory, OnEachStore]
    public async Task The_same_content_from_many_at_once_is_stored_once(KindOfStore kind)
    {
        var store = await Shelving.Of(kind);
        var content = RandomNumberGenerator.GetBytes(200_000);

        var keys = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => store.Incoming.PutAsync(content))));

        var only = Assert.Single(await store.Blobs.List(Stop).ToListAsync(Stop));
        Assert.Equal((keys.Distinct().Single(), content.Length), (only.Key, only.Length));
        Assert.InRange(TimeProvider.System.GetUtcNow() - only.At, TimeSpan.FromSeconds(-5), TimeSpan.FromMinutes(5));
        Assert.Equal(content, await Read(store.Blobs, keys[0]));
    }

    [Theory]
    [OnEachStore("")]
    [OnEachStore("../../../etc/passwd")]
    [OnEachStore("arriving")]
    [OnEachStore("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [OnEachStore("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [OnEachStore("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85/")]
    public async Task What_is_no_key_or_not_there_opens_nothing(KindOfStore kind, string key)
    {
        var store = await Shelving.Of(kind);
        Assert.Null(await store.Blobs.Open(key, Stop));
        Assert.Null(await store.Blobs.Find(key, Stop));
        Assert.Null(await store.Blobs.Length(key, Stop));
        await store.Blobs.Delete(key, Stop);
    }

    [Theory, OnEachStore]
    public async Task A_deleted_content_is_gone_and_can_come_again(KindOfStore kind)
    {
        var store = await Shelving.Of(kind);
        var key = await store.Incoming.PutAsync("again"u8.ToArray(), Stop);
        await store.Blobs.Delete(key, Stop);
        Assert.Null(await store.Blobs.Open(key, Stop));
        Assert.Null(await store.Blobs.Find(key, Stop));
        Assert.Empty(await store.Blobs.List(Stop).ToListAsync(Stop));
        Assert.Equal(key, await store.Incoming.PutAsync("again"u8.ToArray(), Stop));
        Assert.Equal("again"u8.ToArray(), await Read(store.Blobs, key));
    }

    [Theory, OnEachStore]
    public async Task All_that_lies_here_is_listed_and_nothing_that_only_grows(KindOfStore kind)
    {
        var store = await Shelving.Of(kind);
        await File.WriteAllTextAsync(store.Landing.Place("half"), "half", Stop);
        var keys = new List<string>();
        for (var i = 0; i < 30; i++)
            keys.Add(await store.Incoming.PutAsync(new byte[i + 1], Stop));

        var listed = await store.Blobs.List(Stop).ToListAsync(Stop);

        Assert.Equal(keys.Select((key, i) => (key, i + 1L)).Order(), listed.Select(b => (b.Key, b.Length)).Order());
        await store.Blobs.Ask(Stop);
    }

    private static async Task<byte[]> Read(IBlobs blobs, string key)
    {
        await using var stream = (await blobs.Open(key, Stop))!;
        var whole = new MemoryStream();
        await stream.CopyToAsync(whole, Stop);
        return whole.ToArray();
    }
}
