using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Downloading;

/// <summary>Finds the content of a document for those who may see it, and writes down that it was opened.</summary>
public sealed class Downloads(Store store)
{
    /// <summary>Looking again within a minute changes nothing: a film is asked for in a hundred parts.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public const string Missing = "The content of this document is missing on the server. Tell whoever runs this intranet.";

    /// <summary>The version of that number, or the newest; null when there is nothing for this person.</summary>
    public Task<DocumentVersion?> Find(Viewer viewer, Guid nodeId, int? number) =>
        store.Read(viewer, db => Version(db, nodeId, number).SingleOrDefaultAsync());

    internal static IQueryable<DocumentVersion> Version(IntranetDb db, Guid nodeId, int? number) =>
        from n in db.Nodes
        join v in db.DocumentVersions on n.Id equals v.NodeId
        where n.Id == nodeId && n.RemovedAt == null && v.Number == (number ?? n.Number)
        select v;

    /// <summary>One opening per person, version and day goes into the ledger; the last moment is kept for the person's own list.</summary>
    public async Task Opened(Viewer viewer, DocumentVersion version)
    {
        var now = store.Clock.GetUtcNow();
        var known = await store.Read(viewer, db => Last(db, [version.Id]));
        if (known.GetValueOrDefault(version.Id) is not { } last || last.IsOld(now) || now - last.At >= Pause)
            await Opened(viewer, [version]);
    }

    /// <summary>The same for many at once.</summary>
    public Task Opened(Viewer viewer, IReadOnlyCollection<DocumentVersion> versions) =>
        store.Write(
            viewer,
            async work =>
            {
                var person = await work.Actor();
                var known = await Last(work.Db, [.. versions.Select(v => v.Id)]);
                foreach (var version in versions)
                {
                    var last = known.GetValueOrDefault(version.Id);
                    if (last?.IsOld(work.Now) != false)
                        work.Record(Verb.FileOpened, version.SpaceId, ThingKind.File, version.NodeId, ownerId: version.AuthorId);
                    if (last is null)
                        work.Db.Openings.Add(new Opening(version.Id, person.Id, version.SpaceId, work.Now));
                    last?.Again(work.Now);
                }
            }
        );

    private static Task<Dictionary<Guid, Opening>> Last(IntranetDb db, Guid[] versions) =>
        db.Openings.Where(o => versions.Contains(o.VersionId) && o.PersonId == db.ViewerId).ToDictionaryAsync(o => o.VersionId);
}
