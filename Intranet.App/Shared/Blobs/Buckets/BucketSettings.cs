using Intranet.Domain.Access;

namespace Intranet.App.Shared.Blobs.Buckets;

/// <summary>Where the S3-compatible bucket is that keeps the contents, and how one is let in. The bucket belongs to one intranet alone.</summary>
public sealed class BucketSettings(Uri url, string bucket, string region, string accessKey, string secretKey, long copies)
{
    private const string Prefix = "INTRANET_S3_";
    private const string SecretFile = $"{Prefix}SECRET_KEY_FILE";
    private const long Megabyte = 1024 * 1024;
    private const long CopiesInMegabytes = 2048;

    public Uri Url => url;
    public string Bucket => bucket;
    public string Region => region;
    public string AccessKey => accessKey;
    public string SecretKey => secretKey;

    /// <summary>How many bytes of contents that were asked for lately are kept on this machine as well.</summary>
    public long Copies => copies;

    /// <summary>From environment variables; null when none of them is set.</summary>
    /// <exception cref="Refusal">Some are set and others missing, or one cannot be read.</exception>
    public static BucketSettings? Read(Func<string, string?> read)
    {
        string[] names = ["URL", "BUCKET", "ACCESS_KEY", "SECRET_KEY"];
        var values = names.ToDictionary(name => name, name => read(Prefix + name) is { Length: > 0 } value ? value : null);
        var file = read(SecretFile);
        if (file is null && values.Values.All(value => value is null))
            return null;
        values["SECRET_KEY"] ??= file is null ? null : Secret(file);
        if (names.Where(name => values[name] is null).Select(name => Prefix + name).ToList() is { Count: > 0 } missing)
            throw new Refusal(
                $"Files in a bucket need {string.Join(", ", missing)} as well; the secret key may lie in a file, {SecretFile}."
            );
        if (!Uri.TryCreate(values["URL"], UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new Refusal($"{Prefix}URL is no address: {values["URL"]}. Give one such as https://s3.example.org.");
        if (!long.TryParse(read($"{Prefix}COPIES_MB") ?? $"{CopiesInMegabytes}", out var copies) || copies < 1)
            throw new Refusal($"{Prefix}COPIES_MB is a number of megabytes, 1 at least.");
        return new BucketSettings(
            url,
            values["BUCKET"]!,
            read($"{Prefix}REGION") ?? "us-east-1",
            values["ACCESS_KEY"]!,
            values["SECRET_KEY"]!,
            copies * Megabyte
        );
    }

    private static string Secret(string file)
    {
        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"{SecretFile}: {e.Message}");
        }
    }
}
