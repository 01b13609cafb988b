using Intranet.App.Data;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Dav;

/// <summary>Which locks hold at this moment, and where.</summary>
internal static class LocksIn
{
    /// <summary>Those on the node, those of folders above that reach down to it, and, where asked, those on what lies below.</summary>
    public static async Task<List<LockToken>> Over(IntranetDb db, Node node, bool below)
    {
        Guid[] above = [.. node.Folders];
        var within = node.Within;
        var tokens = db.LockTokens.Where(t =>
            t.NodeId == node.Id
            || (t.Deep && above.Contains(t.NodeId))
            || (below && db.Nodes.Any(n => n.Id == t.NodeId && n.SpaceId == node.SpaceId && n.Path.StartsWith(within)))
        );
        return await Holding(db, tokens);
    }

    /// <summary>Those that guard what is listed in a folder, and those of folders above that reach down into it.</summary>
    public static Task<List<LockToken>> OfFolder(IntranetDb db, IEnumerable<Guid> above)
    {
        Guid[] all = [.. above];
        var folder = all.Length == 0 ? Guid.Empty : all[^1];
        return Holding(db, db.LockTokens.Where(t => t.NodeId == folder || (t.Deep && all.Contains(t.NodeId))));
    }

    /// <summary>Those on the nodes themselves.</summary>
    public static Task<List<LockToken>> On(IntranetDb db, Guid[] nodes) => Holding(db, db.LockTokens.Where(t => nodes.Contains(t.NodeId)));

    /// <summary>A document's tokens are worth what its check-out is: broken or checked in on the page, or taken by somebody else, they end.</summary>
    private static Task<List<LockToken>> Holding(IntranetDb db, IQueryable<LockToken> tokens) =>
        (
            from t in tokens
            join n in db.Nodes on t.NodeId equals n.Id
            where
                t.Until > db.Now
                && n.RemovedAt == null
                && (
                    n.Kind == NodeKind.Folder || db.Checkouts.Any(c => c.NodeId == t.NodeId && c.PersonId == t.PersonId && c.Until > db.Now)
                )
            select t
        ).ToListAsync();
}
