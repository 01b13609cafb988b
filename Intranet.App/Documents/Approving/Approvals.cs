using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Approving;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Approving;

/// <summary>Asking named people to approve a version of a document, and what they say.</summary>
public sealed class Approvals(Store store)
{
    /// <summary>Approvals of one document that are shown, the latest first.</summary>
    public const int MostShown = 20;

    public const int MostCandidates = 50;

    public Task<List<ApprovalRow>> Of(Viewer viewer, Guid nodeId) =>
        store.Read(
            viewer,
            async db =>
            {
                var approvals = await db
                    .Approvals.Where(a => a.NodeId == nodeId)
                    .OrderByDescending(a => a.AskedAt)
                    .ThenByDescending(a => a.Id)
                    .Take(MostShown)
                    .Include(a => a.Voices)
                    .ToListAsync();
                Guid[] people = [.. approvals.SelectMany(a => a.Voices.Select(v => v.PersonId).Append(a.AskedById)).Distinct()];
                var names = await db.Bylines.Where(b => people.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name);
                var member = approvals.Count == 0 ? null : await db.OwnSeat(approvals[0].SpaceId);
                return approvals.ConvertAll(a => ApprovalRow.Of(a, names, member));
            }
        );

    /// <summary>People of the document's space by a part of their name; not who wrote the version that would be approved.</summary>
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
                    where n.Id == nodeId && m.PersonId != n.ChangedById && (m.EndsAt == null || m.EndsAt > db.Now)
                    where m.Person.DeactivatedAt == null && b.Name.ToLower().Contains(sought)
                    orderby b.Name
                    select new Crumb(b.Id, b.Name)
                )
                    .Take(MostCandidates)
                    .ToListAsync();
            }
        );

    /// <summary>Asks once per client key; each of those who are named hears of it.</summary>
    public Task<Guid> Ask(Viewer viewer, Guid nodeId, IReadOnlyCollection<Guid> people, string? note, string clientKey) =>
        store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                var member = await work.Standing(node.SpaceId);
                if (
                    await work.Db.Approvals.SingleOrDefaultAsync(a => a.AskedById == member.PersonId && a.ClientKey == clientKey) is
                    { } done
                )
                    return done.Id;
                if (
                    await work.Db.Approvals.AnyAsync(a => a.NodeId == nodeId && a.Number == node.Number && a.State == ApprovalState.Waiting)
                )
                    throw new Refusal("This version waits for its approval already.");
                var named = await work
                    .Db.Memberships.Include(m => m.Person)
                    .Where(m => m.SpaceId == node.SpaceId && people.Contains(m.PersonId) && m.Person.DeactivatedAt == null)
                    .ToListAsync();
                if (named.Count != people.Distinct().Count())
                    throw new Refusal("Only people of this space can approve it.");
                var approval = member.AskApproval(Guid.CreateVersion7(work.Now), node, named, note, clientKey, work.Now);
                work.Db.Approvals.Add(approval);
                foreach (var voice in approval.Voices)
                    work.Record(Verb.ApprovalAsked, node.SpaceId, ThingKind.File, nodeId, ownerId: voice.PersonId);
                return approval.Id;
            }
        );

    /// <summary>Says yes or no; the same once more changes nothing.</summary>
    public Task Judge(Viewer viewer, Guid approvalId, bool agrees, string? word) =>
        Act(
            viewer,
            approvalId,
            (work, member, approval, node) =>
            {
                if (approval.Of(member.PersonId)?.Agrees == agrees)
                    return null;
                member.Judge(approval, node, agrees, word, work.Now);
                return agrees ? Verb.FileApproved : Verb.ApprovalDeclined;
            }
        );

    public Task Withdraw(Viewer viewer, Guid approvalId) =>
        Act(
            viewer,
            approvalId,
            (work, member, approval, _) =>
            {
                if (approval.State == ApprovalState.Withdrawn)
                    return null;
                member.Withdraw(approval, work.Now);
                return Verb.ApprovalWithdrawn;
            }
        );

    private Task Act(Viewer viewer, Guid approvalId, Func<Work, Membership, Approval, Node, Verb?> act) =>
        store.Write(
            viewer,
            async work =>
            {
                // Two who answer at the same moment must see each other, or neither would be the last.
                await work.Db.OneAtATime();
                var approval =
                    await work.Db.Approvals.Include(a => a.Voices).SingleOrDefaultAsync(a => a.Id == approvalId)
                    ?? throw new Refusal("There is no such approval, or you cannot see it.");
                var node = await work.Node(approval.NodeId);
                if (act(work, await work.Standing(approval.SpaceId), approval, node) is { } verb)
                    work.Record(verb, node.SpaceId, ThingKind.File, node.Id, ownerId: approval.AskedById);
            }
        );
}
