using System.Linq.Expressions;
using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Approving;
using Intranet.Domain.Documents.Keeping;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Keeping;

/// <summary>Once an hour deletes for good what has lain in the trash long enough, and versions that the rule of their space lets go.</summary>
public sealed class Keeper(Store store, Purge purge, ILogger<Keeper> log) : HourlySweep(store, log)
{
    private const int AtOnce = 100;

    /// <summary>Looks at everybody's trash: nobody acts here, and nothing is shown.</summary>
    public override async Task Sweep()
    {
        foreach (var space in await Store.Read(Viewer.Nobody, Expiring))
            while (await Expire(space) > 0) { }
        while (await Empty() > 0) { }
        var spaces = await Store.Read(
            Viewer.Nobody,
            db =>
                db.KeepingRules.IgnoreQueryFilters([Sight.Name])
                    .Where(r => r.Versions != null && r.HeldAt == null)
                    .Select(r => r.SpaceId)
                    .ToListAsync()
        );
        foreach (var space in spaces)
            while (await Prune(space) > 0) { }
    }

    /// <summary>What lies in an archived space stays as it was.</summary>
    private static Task<List<Guid>> Expiring(IntranetDb db) =>
        (
            from r in db.KeepingRules.IgnoreQueryFilters([Sight.Name])
            join s in db.Spaces.IgnoreQueryFilters([Sight.Name]) on r.SpaceId equals s.Id
            where r.ExpiryDays != null && r.HeldAt == null && s.ArchivedAt == null
            select s.Id
        ).ToListAsync();

    private Task<int> Expire(Guid spaceId) =>
        Store.Write(
            Viewer.Nobody,
            async work =>
            {
                var rule = await work.Db.KeepingRules.IgnoreQueryFilters([Sight.Name]).SingleAsync(r => r.SpaceId == spaceId);
                var due = await Keeping.Expiring.Until(work.Db, rule, work.Now).OrderBy(n => n.ChangedAt).Take(AtOnce).ToListAsync();
                foreach (var node in due)
                {
                    rule.Expire(node, work.Now);
                    work.Record(Verb.FileRemoved, node);
                }
                return due.Count;
            }
        );

    private async Task<int> Empty()
    {
        var (count, keys) = await Store.Write(
            Viewer.Nobody,
            async work =>
            {
                var due = await Due(work);
                foreach (var node in due)
                    work.Record(Verb.FileDeleted, node);
                return (due.Count, await Purge.Nodes(work, [.. due.Select(n => n.Id)]));
            }
        );
        await purge.Contents(keys);
        return count;
    }

    /// <summary>Without a rule of its own a space has the usual one. Rules differ in days, which no two databases subtract from a moment in the same words, so they are asked one by one.</summary>
    private static async Task<List<Node>> Due(Work work)
    {
        var rules = work.Db.KeepingRules.IgnoreQueryFilters([Sight.Name]);
        var nodes = work.Db.Nodes.IgnoreQueryFilters([Sight.Name]);
        var usual = work.Now.AddDays(-KeepingRule.UsualTrashDays);
        var due = await Oldest(n => n.RemovedAt < usual && !rules.Any(r => r.SpaceId == n.SpaceId));
        foreach (var rule in await rules.Where(r => r.HeldAt == null).ToListAsync())
        {
            if (due.Count >= AtOnce)
                break;
            var (before, least) = (work.Now.AddDays(-rule.TrashDays), work.Now.AddDays(-(rule.LeastDays ?? 0)));
            due.AddRange(
                await Oldest(n =>
                    n.SpaceId == rule.SpaceId
                    && n.RemovedAt < before
                    // What lies in a folder may have changed after the folder.
                    && !nodes.Any(x => x.RemovedWithId == n.Id && x.ChangedAt > least)
                )
            );
        }
        return due;

        Task<List<Node>> Oldest(Expression<Func<Node, bool>> which) =>
            nodes.Where(n => n.RemovedWithId == n.Id).Where(which).OrderBy(n => n.RemovedAt).Take(AtOnce).ToListAsync();
    }

    private async Task<int> Prune(Guid spaceId)
    {
        var (count, keys) = await Store.Write(
            Viewer.Nobody,
            async work =>
            {
                var rule = await work.Db.KeepingRules.IgnoreQueryFilters([Sight.Name]).SingleAsync(r => r.SpaceId == spaceId);
                if (rule is not { Held: false, Versions: { } kept })
                    return (0, []);
                var before = work.Now.AddDays(-Math.Max(rule.VersionDays, rule.LeastDays ?? 0));
                var (nodes, approvals) = (
                    work.Db.Nodes.IgnoreQueryFilters([Sight.Name]),
                    work.Db.Approvals.IgnoreQueryFilters([Sight.Name])
                );
                var old = await (
                    from v in work.Db.DocumentVersions.IgnoreQueryFilters([Sight.Name])
                    join n in nodes on v.NodeId equals n.Id
                    where v.SpaceId == spaceId && v.Number <= n.Number - kept && v.At < before && v.Label == null
                    // What was approved is frozen, and what waits for its approval is looked at.
                    where
                        !approvals.Any(a =>
                            a.NodeId == v.NodeId
                            && a.Number == v.Number
                            && (a.State == ApprovalState.Approved || a.State == ApprovalState.Waiting)
                        )
                    orderby v.At
                    select v
                )
                    .Take(AtOnce)
                    .ToListAsync();
                return (old.Count, await Purge.Versions(work, old));
            }
        );
        await purge.Contents(keys);
        return count;
    }
}
