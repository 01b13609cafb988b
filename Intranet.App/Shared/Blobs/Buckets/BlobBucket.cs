using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Blobs.Buckets;

/// <summary>Keeps file contents in a bucket that speaks S3, and copies of those in use on this machine.</summary>
public sealed partial class BlobBucket(BucketSettings settings, BlobCopies copies, Landing landing, ILogger<BlobBucket> log)
    : IBlobs,
        IDisposable
{
    private readonly AmazonS3Client client = BucketClient.Of(settings);

    public string Name => $"the bucket {settings.Bucket} at {settings.Url}";

    public async Task Ask(CancellationToken stop = default)
    {
        try
        {
            await client.ListObjectsV2Async(new() { BucketName = settings.Bucket, MaxKeys = 1 }, stop);
        }
        catch (Exception e) when (BucketOutages.Is(e, stop))
        {
            throw new Refusal(BucketOutages.Sentence(e, settings), passing: true);
        }
    }

    /// <summary>What was just brought in is looked at next, so it stays as a copy.</summary>
    public async Task Take(string file, string key, CancellationToken stop = default)
    {
        var size = new FileInfo(file).Length;
        if (await Length(key, stop) != size)
            await Try(() => new BucketUpload(client, settings.Bucket, key).Send(file, size, stop), stop);
        if (size <= settings.Copies / 10)
            copies.Keep(file, key);
        else
            File.Delete(file);
    }

    public async Task<Stream?> Open(string key, CancellationToken stop = default) =>
        await Length(key, stop) is { } length ? new BucketStream((at, stopped) => Fetch(key, at, stopped), length) : null;

    public async Task<string?> Find(string key, CancellationToken stop = default) =>
        BlobKey.Is(key) ? await copies.Get(key, () => Bring(key), stop) : null;

    public async Task<long?> Length(string key, CancellationToken stop = default) =>
        BlobKey.Is(key)
            ? await Try<long?>(async () => (await client.GetObjectMetadataAsync(settings.Bucket, key, stop)).ContentLength, stop)
            : null;

    public async Task Delete(string key, CancellationToken stop = default)
    {
        if (!BlobKey.Is(key))
            return;
        copies.Forget(key);
        await Try(() => client.DeleteObjectAsync(settings.Bucket, key, stop), stop);
    }

    public async IAsyncEnumerable<Blob> List([EnumeratorCancellation] CancellationToken stop = default)
    {
        var asked = new ListObjectsV2Request { BucketName = settings.Bucket };
        while (true)
        {
            var page = await Try(() => client.ListObjectsV2Async(asked, stop), stop);
            foreach (var one in (page?.S3Objects ?? []).Where(one => BlobKey.Is(one.Key)))
                yield return new Blob(one.Key, one.Size ?? 0, one.LastModified?.ToUniversalTime() ?? DateTimeOffset.MaxValue);
            if (page?.IsTruncated != true)
                yield break;
            asked.ContinuationToken = page.NextContinuationToken;
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>A copy is proved by its key before anybody reads it.</summary>
    private async Task<string?> Bring(string key)
    {
        await using var content = await Open(key);
        if (content is null)
            return null;
        var (file, found) = await landing.Land(content, long.MaxValue, CancellationToken.None);
        if (found == key)
            return file;
        File.Delete(file);
        Damaged(log, key, Name);
        throw new Refusal("The content of this document is damaged on the server. Tell whoever runs this intranet.");
    }

    private async Task<Stream> Fetch(string key, long at, CancellationToken stop)
    {
        var asked = new GetObjectRequest { BucketName = settings.Bucket, Key = key };
        if (at > 0)
            asked.ByteRange = new ByteRange($"bytes={at}-");
        return (await client.GetObjectAsync(asked, stop)).ResponseStream;
    }

    /// <summary>Null where there is no such content; a bucket that is away refuses.</summary>
    private async Task<T?> Try<T>(Func<Task<T>> ask, CancellationToken stop)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (BucketOutages.IsMissing(e))
        {
            return default;
        }
        catch (Exception e) when (BucketOutages.Is(e, stop))
        {
            Away(log, BucketOutages.Sentence(e, settings));
            throw BucketOutages.Refuse();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files cannot be reached. {Because}")]
    private static partial void Away(ILogger log, string because);

    [LoggerMessage(Level = LogLevel.Error, Message = "The content {Key} in {Store} is not what its key says. Restore it from a backup.")]
    private static partial void Damaged(ILogger log, string key, string store);
}
