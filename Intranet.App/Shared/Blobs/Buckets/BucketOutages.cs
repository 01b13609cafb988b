using System.Net;
using Amazon.Runtime;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Blobs.Buckets;

/// <summary>Says what went wrong with a bucket: to people that it passes, to whoever runs the intranet what to look at.</summary>
internal static class BucketOutages
{
    public const string Away = "The place where files are kept does not answer. What has arrived is kept; try again in a few minutes.";

    /// <summary>Whether the bucket failed, and not whoever asked or a bug.</summary>
    public static bool Is(Exception failure, CancellationToken stop) =>
        failure switch
        {
            OperationCanceledException => !stop.IsCancellationRequested,
            AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException => true,
            IOException io => !Landing.IsDiskFull(io),
            _ => false,
        };

    /// <summary>Whether it is that there is no such content, or no such bucket.</summary>
    public static bool IsMissing(Exception failure) =>
        failure is AmazonServiceException { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" };

    public static Refusal Refuse() => new(Away, passing: true);

    /// <summary>In the words of the settings.</summary>
    public static string Sentence(Exception failure, BucketSettings settings) =>
        failure switch
        {
            AmazonServiceException { StatusCode: HttpStatusCode.NotFound } =>
                $"There is no bucket {settings.Bucket} at {settings.Url}. Make it, or set another one with INTRANET_S3_BUCKET.",
            AmazonServiceException { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } e =>
                $"{settings.Url} does not let this intranet into the bucket {settings.Bucket} ({Said(e)}). Are INTRANET_S3_ACCESS_KEY and INTRANET_S3_SECRET_KEY right, and may they list, read, write and delete there?",
            AmazonServiceException e =>
                $"{settings.Url} refuses: {Said(e)}. Are INTRANET_S3_URL, INTRANET_S3_BUCKET and INTRANET_S3_REGION right?",
            _ => $"{settings.Url} does not answer: {failure.Message.TrimEnd('.')}. Is it running, and is INTRANET_S3_URL right?",
        };

    private static string Said(AmazonServiceException e) => e.ErrorCode is { Length: > 0 } code ? code : $"{e.StatusCode}";
}
