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
        await Strays.Forget(work, blobs, uploads.Where(u => !u.Done).Select(u => u.BlobKey).OfType<string>());
    }
}
