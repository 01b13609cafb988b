using Intranet.App.Data;
using Intranet.App.Documents.Downloading;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Keeping;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Keeping;

/// <summary>What owners decide about how long the documents of a space are kept, and deleting for good by hand.</summary>
public sealed class Keepings(Store store, Purge purge)
{
    /// <summary>Things deleted in one act.</summary>
    public const int AtOnce = 1_000;

    public Task<KeepingView?> Of(Viewer viewer, Guid spaceId) =>
        store.Read(
            viewer,
            async db =>
            {
                if (!await db.Spaces.AnyAsync(s => s.Id == spaceId))
                    return null;
                var rule = await Rule(db, spaceId);
                var holder = await db.Bylines.Where(b => b.Id == rule.HeldById).Select(b => b.Name).SingleOrDefaultAsync();
                var member = await db.OwnSeat(spaceId);
                var soon = db.Now + rule.Notice;
                return new KeepingView(rule, holder, await Quota.Used(db, spaceId), await Quota.Limit(db), member?.MayKeep == true)
                {
                    Expiring = rule.ExpiryDays is null ? 0 : await Keeping.Expiring.Until(db, rule, soon).CountAsync(),
                };
            }
        );

    public Task Set(Viewer viewer, Guid spaceId, KeepingTerms terms) =>
        Act(
            viewer,
            spaceId,
            (work, member, rule) =>
            {
                member.Keep(rule, terms, work.Now);
                return Verb.KeepingChanged;
            }
        );

    public Task Hold(Viewer viewer, Guid spaceId, string because) =>
        Act(
            viewer,
            spaceId,
            (work, member, rule) =>
            {
                member.Hold(rule, because, work.Now);
                return Verb.HoldPlaced;
            }
        );

    public Task Release(Viewer viewer, Guid spaceId) =>
        Act(
            viewer,
            spaceId,
            (work, member, rule) =>
            {
                member.Release(rule, work.Now);
                return Verb.HoldLifted;
            }
        );

    /// <summary>Deletes one thing of the trash for good, with all that was removed with it.</summary>
    public Task Delete(Viewer viewer, Guid nodeId) =>
        Delete(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                return (node.SpaceId, [node]);
            },
            all: true
        );

    /// <summary>Empties the trash, as much of it as may go; what must be kept stays, and is spoken of only when nothing may go.</summary>
    public Task Empty(Viewer viewer, Guid spaceId) =>
        Delete(
            viewer,
            async work =>
                (
                    spaceId,
                    await work
                        .Db.Nodes.Where(n => n.SpaceId == spaceId && n.RemovedWithId == n.Id)
                        .OrderBy(n => n.RemovedAt)
                        .Take(AtOnce)
                        .ToListAsync()
                ),
            all: false
        );

    internal static async Task<KeepingRule> Rule(IntranetDb db, Guid spaceId) =>
        await db.KeepingRules.SingleOrDefaultAsync(r => r.SpaceId == spaceId) ?? new KeepingRule(spaceId);

    private async Task Delete(Viewer viewer, Func<Work, Task<(Guid SpaceId, List<Node> Nodes)>> which, bool all)
    {
        var keys = await store.Write(
            viewer,
            async work =>
            {
                var (spaceId, nodes) = await which(work);
                var member = await work.Standing(spaceId);
                var rule = await Rule(work.Db, spaceId);
                var youngest = await Youngest(work.Db, nodes);
                var free = nodes.Where(n => all || rule.Bars(youngest[n.Id], work.Now) is null).ToList();
                foreach (var node in free.Count == 0 ? nodes : free)
                {
                    member.Delete(node, rule, youngest.GetValueOrDefault(node.Id, node.ChangedAt), work.Now);
                    work.Record(Verb.FileDeleted, node);
                }
                return await Purge.Nodes(work, [.. free.Select(n => n.Id)]);
            }
        );
        await purge.Contents(keys);
    }

    /// <summary>When the last of all that was removed with each of these changed.</summary>
    private static Task<Dictionary<Guid, DateTimeOffset>> Youngest(IntranetDb db, List<Node> tops)
    {
        Guid?[] ids = [.. tops.Select(n => (Guid?)n.Id)];
        return db
            .Nodes.Where(n => ids.Contains(n.RemovedWithId))
            .GroupBy(n => n.RemovedWithId!.Value)
            .Select(g => new { g.Key, At = g.Max(n => n.ChangedAt) })
            .ToDictionaryAsync(g => g.Key, g => g.At);
    }

    private Task Act(Viewer viewer, Guid spaceId, Func<Work, Membership, KeepingRule, Verb> act) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                var rule = await work.Db.KeepingRules.SingleOrDefaultAsync(r => r.SpaceId == spaceId);
                if (rule is null)
                    work.Db.KeepingRules.Add(rule = new KeepingRule(spaceId));
                work.Record(act(work, member, rule), spaceId, ThingKind.Space, spaceId);
            }
        );
}

/// <summary>How long documents are kept, and how much room they take.</summary>
/// <param name="Holder">Who placed the hold, if one lies on the space.</param>
/// <param name="Used">Bytes, of all versions and the trash together.</param>
public sealed record KeepingView(KeepingRule Rule, string? Holder, long Used, long Limit, bool MayKeep)
{
    /// <summary>Documents that go to the trash within the time of notice, because nobody changed them.</summary>
    public int Expiring { get; init; }

    /// <summary>From here on people are told before it hurts.</summary>
    public bool IsTight => Used > Limit / 5 * 4;
}
