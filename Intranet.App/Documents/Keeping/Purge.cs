using Intranet.App.Data;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Uploading;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Keeping;

/// <summary>Deletes for good: first the rows, then every content nothing refers to any more, with what was drawn of it. Interrupted between, it leaves a content too many and never one too few.</summary>
public sealed class Purge(Store store, IBlobs blobs, PreviewFolder previews)
{
    /// <summary>Deletes these and all that was removed with them; gives the contents that may be free now. Whoever may do so was asked before.</summary>
    internal static async Task<IReadOnlyList<string>> Nodes(Work work, IReadOnlyCollection<Guid> tops)
    {
        var gone = work
            .Db.Nodes.IgnoreQueryFilters([Sight.Name])
            .Where(n => n.RemovedWithId != null && tops.Contains(n.RemovedWithId.Value));
        var keys = await work
            .Db.DocumentVersions.IgnoreQueryFilters([Sight.Name])
            .Where(v => gone.Any(n => n.Id == v.NodeId))
            .Select(v => v.BlobKey)
            .Distinct()
            .ToListAsync();
        // What hangs on a node goes with it: the database deletes along its foreign keys.
        await gone.ExecuteDeleteAsync();
        return keys;
    }

    internal static async Task<IReadOnlyList<string>> Versions(Work work, IReadOnlyCollection<DocumentVersion> versions)
    {
        Guid[] ids = [.. versions.Select(v => v.Id)];
        await work.Db.DocumentVersions.IgnoreQueryFilters([Sight.Name]).Where(v => ids.Contains(v.Id)).ExecuteDeleteAsync();
        return [.. versions.Select(v => v.BlobKey).Distinct()];
    }

    /// <summary>Takes the contents away that nothing refers to.</summary>
    public async Task Contents(IReadOnlyCollection<string> keys)
    {
        foreach (var some in keys.Chunk(100))
        {
            foreach (var key in await store.Write(Viewer.Nobody, work => Strays.Forget(work, blobs, some)))
                previews.Forget(key);
        }
    }
}
