using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Intranet.App.Shared.Blobs.Buckets;

/// <summary>Sends one file to a bucket, a large one part by part; it is there whole or not at all.</summary>
internal sealed class BucketUpload(IAmazonS3 client, string bucket, string key)
{
    public const long PartSize = 16 * 1024 * 1024;
    private const int MostParts = 10_000;

    /// <summary>Gives true, so that what failed can be told apart.</summary>
    public async Task<bool> Send(string file, long size, CancellationToken stop)
    {
        if (size <= PartSize)
            // Whole bodies, signed as they are, are understood by more servers than signed pieces.
            await client.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = bucket,
                    Key = key,
                    FilePath = file,
                    UseChunkEncoding = false,
                },
                stop
            );
        else
            await SendParts(file, size, stop);
        return true;
    }

    private async Task SendParts(string file, long size, CancellationToken stop)
    {
        var begun = await client.InitiateMultipartUploadAsync(bucket, key, stop);
        try
        {
            var each = Math.Max(PartSize, size / MostParts + 1);
            var parts = new List<PartETag>();
            for (var at = 0L; at < size; at += each)
            {
                var sent = await client.UploadPartAsync(
                    new UploadPartRequest
                    {
                        BucketName = bucket,
                        Key = key,
                        UploadId = begun.UploadId,
                        PartNumber = parts.Count + 1,
                        FilePath = file,
                        FilePosition = at,
                        PartSize = Math.Min(each, size - at),
                        UseChunkEncoding = false,
                    },
                    stop
                );
                parts.Add(new PartETag(parts.Count + 1, sent.ETag));
            }
            await client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest
                {
                    BucketName = bucket,
                    Key = key,
                    UploadId = begun.UploadId,
                    PartETags = parts,
                },
                stop
            );
        }
        catch
        {
            await GiveUp(begun.UploadId);
            throw;
        }
    }

    /// <summary>Parts that stay behind cost room and nothing else; the bucket's own rules clear them away after all.</summary>
    private async Task GiveUp(string upload)
    {
        try
        {
            await client.AbortMultipartUploadAsync(bucket, key, upload, CancellationToken.None);
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException)
        {
            // What broke off the upload broke this off as well, or the server knows no such act.
        }
    }
}
