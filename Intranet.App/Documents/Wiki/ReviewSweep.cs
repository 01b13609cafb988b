using Intranet.App.Data;
using Intranet.Domain.Activity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Wiki;

/// <summary>Tells the owner of a page, once, that its day of review is over.</summary>
public sealed class ReviewSweep(Store store, ILogger<ReviewSweep> log) : HourlySweep(store, log)
{
    private const int AtOnce = 200;

    /// <summary>Looks at everybody's pages: nobody acts here, and what is told is read by its owner's own sight.</summary>
    public override async Task Sweep()
    {
        while (await Store.Write(Viewer.Nobody, Tell) == AtOnce) { }
    }

    private static async Task<int> Tell(Work work)
    {
        // Two nodes that sweep at the same moment tell it once.
        await work.Db.OneAtATime();
        var today = Care.Today(work.Now);
        var due = await (
            from c in work.Db.PageCares.IgnoreQueryFilters([Sight.Name])
            join n in work.Db.Nodes.IgnoreQueryFilters([Sight.Name]) on c.NodeId equals n.Id
            join s in work.Db.Spaces.IgnoreQueryFilters([Sight.Name]) on n.SpaceId equals s.Id
            where c.OwnerId != null && c.ReviewBy < today && (c.ToldOf == null || c.ToldOf != c.ReviewBy)
            where n.RemovedAt == null && s.ArchivedAt == null
            orderby c.ReviewBy, c.NodeId
            select c
        )
            .Take(AtOnce)
            .ToListAsync();
        foreach (var care in due)
        {
            care.Tell();
            work.Record(Verb.ReviewDue, care.SpaceId, ThingKind.File, care.NodeId, ownerId: care.OwnerId);
        }
        return due.Count;
    }
}
