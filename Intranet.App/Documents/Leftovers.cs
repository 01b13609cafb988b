using Intranet.App.Data;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>Takes uploads away that came to nothing, with the content nothing else refers to.</summary>
internal static class Leftovers
{
    public static async Task Clear(Work work, IBlobs blobs, IReadOnlyCollection<Upload> uploads)
    {
        work.Db.Uploads.RemoveRange(uploads);
        await work.Db.SaveChangesAsync();
        // Between the look and the end of the act nobody refers to a content anew: whoever does waits for OneAtATime as well.
        foreach (var key in uploads.Where(u => !u.Done).Select(u => u.BlobKey).OfType<string>().Distinct())
            await Drop(work.Db, blobs, key);
    }

    /// <summary>Deletes a content unless something still refers to it; the caller holds <see cref="IntranetDb.OneAtATime"/>.</summary>
    public static async Task Drop(IntranetDb db, IBlobs blobs, string key)
    {
        if (!await IsKept(db, key))
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
