using Intranet.App.Data;
using Intranet.App.Documents.Downloading;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Wiki;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Wiki;

/// <summary>Who is writing in a page at this moment, over all nodes: each writer gives a sign of life, and who gives none has gone.</summary>
public sealed class Writers(Store store)
{
    private const int MostNamed = 20;

    /// <summary>Comes, or says that one is still there. Only coming is told to the others.</summary>
    public Task SitDown(Viewer viewer, Guid nodeId) =>
        store.Write(
            viewer,
            async work =>
            {
                var page = await work.Node(nodeId);
                var member = await work.Standing(page.SpaceId);
                var seat = await work.Db.PageEditings.SingleOrDefaultAsync(e => e.NodeId == nodeId && e.PersonId == member.PersonId);
                var anew = seat is null || seat.Until <= work.Now;
                if (seat is null)
                    work.Db.PageEditings.Add(seat = new PageEditing(nodeId, member.PersonId, page.SpaceId));
                member.SitDown(seat, page, await work.Held(page), work.Now);
                if (anew)
                    work.Record(Verb.EditingBegun, page);
            }
        );

    public Task StandUp(Viewer viewer, Guid nodeId) =>
        store.Write(
            viewer,
            async work =>
            {
                await work.Actor();
                var gone = await work
                    .Db.PageEditings.Where(e => e.NodeId == nodeId && e.PersonId == work.Viewer.PersonId)
                    .ExecuteDeleteAsync();
                if (gone > 0 && await work.Db.Nodes.SingleOrDefaultAsync(n => n.Id == nodeId) is { } page)
                    work.Record(Verb.EditingEnded, page);
            }
        );

    /// <summary>Who else writes, and what was saved last; null when there is nothing for this person any more.</summary>
    public Task<PageSurroundings?> Around(Viewer viewer, Guid nodeId) =>
        store.Read(
            viewer,
            async db =>
            {
                var saved = await (
                    from v in Downloads.Version(db, nodeId, null)
                    join b in db.Bylines on v.AuthorId equals b.Id
                    select new
                    {
                        v.Number,
                        v.AuthorId,
                        b.Name,
                        v.At,
                    }
                ).SingleOrDefaultAsync();
                if (saved is null)
                    return null;
                var others = await (
                    from e in db.PageEditings
                    join b in db.Bylines on e.PersonId equals b.Id
                    where e.NodeId == nodeId && e.PersonId != db.ViewerId && e.Until > db.Now
                    orderby b.Name
                    select b.Name
                )
                    .Take(MostNamed)
                    .ToListAsync();
                return new PageSurroundings(others, saved.Number, saved.AuthorId == viewer.PersonId ? "You" : saved.Name, saved.At);
            }
        );
}

/// <summary>What goes on around somebody who writes in a page.</summary>
/// <param name="Number">The newest version.</param>
public sealed record PageSurroundings(IReadOnlyList<string> Others, int Number, string SavedBy, DateTimeOffset SavedAt);
