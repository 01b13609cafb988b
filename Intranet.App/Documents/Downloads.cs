using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>Finds the content of a document for those who may see it, and writes down that it was opened.</summary>
public sealed class Downloads(Store store)
{
    public const string Missing = "The content of this document is missing on the server. Tell whoever runs this intranet.";

    /// <summary>The version of that number, or the newest; null when there is nothing for this person.</summary>
    public Task<DocumentVersion?> Find(Viewer viewer, Guid nodeId, int? number) =>
        store.Read(viewer, db => Version(db, nodeId, number).SingleOrDefaultAsync());

    internal static IQueryable<DocumentVersion> Version(IntranetDb db, Guid nodeId, int? number) =>
        from n in db.Nodes
        join v in db.DocumentVersions on n.Id equals v.NodeId
        where n.Id == nodeId && n.RemovedAt == null && v.Number == (number ?? n.Number)
        select v;

    /// <summary>One opening per person, version and day goes into the ledger.</summary>
    public async Task Opened(Viewer viewer, DocumentVersion version)
    {
        var now = store.Clock.GetUtcNow();
        if (await store.Read(viewer, db => Last(db, version.Id)) is { } last && !last.IsOld(now))
            return;
        await store.Write(
            viewer,
            async work =>
            {
                var person = await work.Actor();
                var last = await Last(work.Db, version.Id);
                if (last?.IsOld(work.Now) == false)
                    return;
                last?.Again(work.Now);
                if (last is null)
                    work.Db.Openings.Add(new Opening(version.Id, person.Id, version.SpaceId, work.Now));
                work.Record(Verb.FileOpened, version.SpaceId, ThingKind.File, version.NodeId, ownerId: version.AuthorId);
            }
        );
    }

    private static Task<Opening?> Last(IntranetDb db, Guid versionId) =>
        db.Openings.SingleOrDefaultAsync(o => o.VersionId == versionId && o.PersonId == db.ViewerId);
}
