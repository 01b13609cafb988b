using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Approving;
using Intranet.Domain.Documents.Keeping;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Keeping;

/// <summary>Documents that nobody changed for long, and saying of one that it stays all the same.</summary>
public sealed class Expiring(Store store)
{
    /// <summary>The rule of the space counts from now again.</summary>
    public Task Keep(Viewer viewer, Guid nodeId) =>
        store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                (await work.Standing(node.SpaceId)).Stay(node, work.Now);
                work.Record(Verb.FileKept, node);
            }
        );

    /// <summary>What the rule takes to the trash until that moment: neither folders, nor what was approved or waits for it, nor what somebody has checked out.</summary>
    internal static IQueryable<Node> Until(IntranetDb db, KeepingRule rule, DateTimeOffset moment)
    {
        if (rule is not { Held: false, ExpiryDays: { } days, ExpirySince: { } since } || since.AddDays(KeepingRule.NoticeDays) > moment)
            return db.Nodes.Where(n => false);
        var quiet = moment.AddDays(-days);
        var (approvals, checkouts) = (db.Approvals.IgnoreQueryFilters([Sight.Name]), db.Checkouts.IgnoreQueryFilters([Sight.Name]));
        return db
            .Nodes.IgnoreQueryFilters([Sight.Name])
            .Where(n => n.SpaceId == rule.SpaceId && n.RemovedAt == null && n.Kind != NodeKind.Folder && n.ApprovedNumber == null)
            .Where(n => n.ChangedAt <= quiet && (n.KeptAt == null || n.KeptAt <= quiet))
            .Where(n => !approvals.Any(a => a.NodeId == n.Id && a.State == ApprovalState.Waiting))
            .Where(n => !checkouts.Any(c => c.NodeId == n.Id && c.Until > db.Now));
    }
}
