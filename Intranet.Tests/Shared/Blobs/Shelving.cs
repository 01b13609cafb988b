using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Blobs.Buckets;
using Intranet.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intranet.Tests.Shared.Blobs;

/// <summary>An empty store of one kind with its landing.</summary>
public sealed record Shelving(IBlobs Blobs, Landing Landing, string Folder)
{
    public Incoming Incoming { get; } = new(Landing, Blobs);

    public string Copies => Path.Combine(Folder, "copies");

    public static async Task<Shelving> Of(KindOfStore kind) =>
        kind == KindOfStore.Folder ? In(TestFolder.Create("store")) : At(await S3Server.Empty());

    /// <summary>The bucket as another machine sees it that has no copies of anything.</summary>
    public static Shelving At(BucketSettings settings)
    {
        var folder = TestFolder.Create("store");
        var landing = new Landing(Path.Combine(folder, "arriving"), TimeProvider.System);
        var copies = new BlobCopies(Path.Combine(folder, "copies"), settings.Copies, TimeProvider.System);
        return new(new BlobBucket(settings, copies, landing, NullLogger<BlobBucket>.Instance), landing, folder);
    }

    private static Shelving In(string folder) =>
        new(new BlobFolder(folder), new Landing(Path.Combine(folder, "arriving"), TimeProvider.System), folder);
}
