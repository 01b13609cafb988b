using Amazon.Runtime;
using Amazon.S3;

namespace Intranet.App.Shared.Blobs.Buckets;

/// <summary>Speaks S3 as all servers that are called compatible understand it.</summary>
internal static class BucketClient
{
    /// <summary>One try more than the first: people wait for the answer, and most acts may be repeated by hand.</summary>
    private const int Retries = 1;

    public static AmazonS3Client Of(BucketSettings settings) =>
        new(
            new BasicAWSCredentials(settings.AccessKey, settings.SecretKey),
            new AmazonS3Config
            {
                ServiceURL = settings.Url.ToString(),
                AuthenticationRegion = settings.Region,
                ForcePathStyle = true,
                // Many servers refuse the checksums that are sent behind a body; the signature holds the SHA-256 of each.
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
                MaxErrorRetry = Retries,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                Timeout = TimeSpan.FromMinutes(5),
            }
        );
}
