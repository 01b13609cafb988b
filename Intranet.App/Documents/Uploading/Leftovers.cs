using Intranet.App.Data;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

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
            if (!await IsKept(work.Db, key))
                await blobs.Delete(key);
    }

    /// <summary>The same bytes may be kept for several reasons.</summary>
    private static async Task<bool> IsKept(IntranetDb db, string key) =>
        await db.DocumentVersions.IgnoreQueryFilters([Sight.Name]).AnyAsync(v => v.BlobKey == key)
        || await db.Uploads.IgnoreQueryFilters([Sight.Name]).AnyAsync(u => u.BlobKey == key && u.NodeId == null)
        || await db.Received.IgnoreQueryFilters([Sight.Name]).AnyAsync(r => r.BlobKey == key)
        || await db.Pictures.IgnoreQueryFilters([Sight.Name]).AnyAsync(p => p.BlobKey.Contains(key))
        || await db.People.IgnoreQueryFilters([Sight.Name]).AnyAsync(p => p.AvatarKey == key);
}
