using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Wiki;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Wiki;

/// <summary>Who looks after a page, and whether somebody must look if it is still right.</summary>
public sealed class Care(Store store)
{
    public const int MostCandidates = 50;

    /// <summary>People of the page's space by a part of their name.</summary>
    public Task<List<Crumb>> Candidates(Viewer viewer, Guid nodeId, string text) =>
        store.Read(
            viewer,
            db =>
            {
                var sought = text.Trim().ToLowerInvariant();
                return (
                    from n in db.Nodes
                    join m in db.Memberships on n.SpaceId equals m.SpaceId
                    join b in db.Bylines on m.PersonId equals b.Id
                    where n.Id == nodeId && (m.EndsAt == null || m.EndsAt > db.Now)
                    where m.Person.DeactivatedAt == null && b.Name.ToLower().Contains(sought)
                    orderby b.Name
                    select new Crumb(b.Id, b.Name)
                )
                    .Take(MostCandidates)
                    .ToListAsync();
            }
        );

    public Task Tend(Viewer viewer, Guid nodeId, Guid? ownerId, DateOnly? reviewBy, bool isTemplate) =>
        Act(
            viewer,
            nodeId,
            async (work, member, page, care) =>
            {
                var owner = ownerId is { } id
                    ? await work.Db.Memberships.SingleOrDefaultAsync(m =>
                        m.SpaceId == page.SpaceId
                        && m.PersonId == id
                        && m.Person.DeactivatedAt == null
                        && (m.EndsAt == null || m.EndsAt > work.Now)
                    ) ?? throw new Refusal("Only people of this space look after its pages.")
                    : null;
                member.Tend(page, care, owner, reviewBy, isTemplate, Today(work.Now));
                return Verb.PageTended;
            }
        );

    public Task Confirm(Viewer viewer, Guid nodeId) =>
        Act(
            viewer,
            nodeId,
            (work, member, page, care) =>
            {
                member.Confirm(page, care, Today(work.Now));
                return Task.FromResult(Verb.PageConfirmed);
            }
        );

    /// <summary>A day of review ends everywhere at once, so that a page is not overdue for some and right for others.</summary>
    internal static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private Task Act(Viewer viewer, Guid nodeId, Func<Work, Membership, Node, PageCare, Task<Verb>> act) =>
        store.Write(
            viewer,
            async work =>
            {
                var page = await work.Node(nodeId);
                var member = await work.Standing(page.SpaceId);
                var kept = await work.Db.PageCares.SingleOrDefaultAsync(c => c.NodeId == nodeId);
                var care = kept ?? new PageCare(nodeId, page.SpaceId);
                var verb = await act(work, member, page, care);
                if (kept is null && !care.Empty)
                    work.Db.PageCares.Add(care);
                else if (kept is not null && care.Empty)
                    work.Db.PageCares.Remove(kept);
                work.Record(verb, page);
            }
        );
}
