using Intranet.App.Shared.Blobs.Buckets;
using Intranet.App.Shared.Blobs.Scanning;

namespace Intranet.App.Shared.Blobs;

/// <summary>Where contents are kept: in the data folder, unless a bucket is set.</summary>
internal static class BlobServices
{
    public static void AddBlobs(this IServiceCollection services)
    {
        services.AddSingleton(s => new Landing(s.GetRequiredService<Installation>().Landing, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new BlobFolder(s.GetRequiredService<Installation>().Blobs));
        services.AddSingleton(Bucket);
        services.AddSingleton<IBlobs>(s =>
            s.GetRequiredService<Installation>().Bucket is null ? s.GetRequiredService<BlobFolder>() : s.GetRequiredService<BlobBucket>()
        );
        services.AddSingleton<Incoming>();
        services.AddSingleton(s => new Quarantine(s.GetRequiredService<Installation>().Quarantine, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => Clamd.At(s.GetRequiredService<Installation>().Clamd));
        services.AddSingleton<VirusScan>();
    }

    private static BlobBucket Bucket(IServiceProvider services)
    {
        var installation = services.GetRequiredService<Installation>();
        var settings = installation.Bucket ?? throw new InvalidOperationException("No bucket is set.");
        return new BlobBucket(
            settings,
            new BlobCopies(installation.Copies, settings.Copies, services.GetRequiredService<TimeProvider>()),
            services.GetRequiredService<Landing>(),
            services.GetRequiredService<ILogger<BlobBucket>>()
        );
    }
}
