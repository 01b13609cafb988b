using Intranet.App.Data;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Uploading;

/// <summary>Takes uploads away that came to nothing, with the content nothing else refers to.</summary>
internal static class Leftovers
{
    public static async Task Clear(Work work, IBlobs blobs, IReadOnlyCollection<Upload> uploads)
    {
        work.Db.Uploads.RemoveRange(uploads);
        await work.Db.SaveChangesAsync();
        await Forget(work, blobs, uploads.Where(u => !u.Done).Select(u => u.BlobKey).OfType<string>());
    }

    /// <summary>Takes contents away that nothing refers to.</summary>
    public static async Task Forget(Work work, IBlobs blobs, IEnumerable<string> keys)
    {
        // Between the look and the end of the act nobody refers to a content anew: whoever does waits for this as well.
        await work.Db.OneAtATime();
        foreach (var key in keys.Distinct())
            if (!await work.Db.Uses(key))
                await blobs.Delete(key);
    }
}
