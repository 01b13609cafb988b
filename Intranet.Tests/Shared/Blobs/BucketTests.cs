using System.Security.Cryptography;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Blobs.Buckets;
using Intranet.Domain.Access;
using Intranet.Tests.Servers;

namespace Intranet.Tests.Shared.Blobs;

/// <summary>What only a store far away can do: be shut, be away, break off, and hold something else than it was given.</summary>
public sealed class BucketTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bucket_that_is_not_there_and_an_account_that_is_not_known_are_named()
    {
        await using var server = await S3Server.Start();

        var none = await Assert.ThrowsAsync<Refusal>(() => Shelving.At(server.Settings("nowhere")).Blobs.Ask(Stop));
        var shut = await Assert.ThrowsAsync<Refusal>(() => Shelving.At(server.Settings(account: "NOBODY")).Blobs.Ask(Stop));
        await server.Stop();
        var away = await Assert.ThrowsAsync<Refusal>(() => Shelving.At(server.Settings()).Blobs.Ask(Stop));

        Assert.StartsWith($"There is no bucket nowhere at {server.Url}/.", none.Message, StringComparison.Ordinal);
        Assert.Contains("INTRANET_S3_ACCESS_KEY", shut.Message);
        Assert.StartsWith($"{server.Url}/ does not answer", away.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_refuses_and_what_was_to_be_kept_stays_until_it_is_back()
    {
        await using var server = await S3Server.Start();
        var store = Shelving.At(server.Settings());
        var kept = await store.Incoming.PutAsync("kept"u8.ToArray(), Stop);
        var (file, key) = await store.Landing.Land(new MemoryStream("waits"u8.ToArray()), 100, Stop);
        await server.Stop();

        foreach (
            var act in new Func<Task>[] { () => store.Blobs.Take(file, key), () => store.Blobs.Open(kept), () => store.Blobs.Delete(kept) }
        )
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(act);
            Assert.True(refusal.Passing);
            Assert.Contains("try again in a few minutes", refusal.Message);
        }
        Assert.True(File.Exists(file));
        await server.StartAgain();
        await store.Blobs.Take(file, key, Stop);

        Assert.False(File.Exists(file));
        Assert.Equal(5, await store.Blobs.Length(key, Stop));
        Assert.Equal(4, await store.Blobs.Length(kept, Stop));
    }

    [Fact]
    public async Task A_line_that_breaks_in_the_middle_is_taken_up_again_where_it_was()
    {
        await using var server = await S3Server.Start();
        var content = RandomNumberGenerator.GetBytes(8_000_000);
        var key = await Shelving.At(server.Settings()).Incoming.PutAsync(content, Stop);
        await using var wire = new CutWire(server.Url);
        var far = new BucketSettings(new Uri(wire.Address), "house", "us-east-1", "S3RVER", "S3RVER", 1000);
        await using var stream = (await Shelving.At(far).Blobs.Open(key, Stop))!;
        var read = new byte[content.Length];
        await stream.ReadExactlyAsync(read.AsMemory(0, 100_000), Stop);

        wire.Cut();
        wire.Mend();
        await stream.ReadExactlyAsync(read.AsMemory(100_000), Stop);

        Assert.Equal(content, read);
        wire.Cut();
        stream.Seek(0, SeekOrigin.Begin);
        Assert.True((await Assert.ThrowsAsync<Refusal>(() => stream.ReadExactlyAsync(read, Stop).AsTask())).Passing);
    }

    [Fact]
    public async Task A_content_that_is_not_what_its_key_says_reaches_no_reader()
    {
        var settings = await S3Server.Empty();
        var key = Convert.ToHexStringLower(SHA256.HashData("right"u8));
        using var client = BucketClient.Of(settings);
        await client.PutObjectAsync(
            new()
            {
                BucketName = settings.Bucket,
                Key = key,
                InputStream = new MemoryStream("wrong"u8.ToArray()),
                UseChunkEncoding = false,
            },
            Stop
        );
        var store = Shelving.At(settings);

        var refusal = await Assert.ThrowsAsync<Refusal>(() => store.Blobs.Find(key, Stop));

        Assert.Contains("damaged", refusal.Message);
        Assert.Empty(Directory.GetFiles(store.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_was_just_brought_in_is_not_fetched_to_be_read()
    {
        await using var server = await S3Server.Start();
        var store = Shelving.At(server.Settings());
        var key = await store.Incoming.PutAsync("near"u8.ToArray(), Stop);
        await server.Stop();
        Assert.Equal("near", await File.ReadAllTextAsync((await store.Blobs.Find(key, Stop))!, Stop));
    }
}
