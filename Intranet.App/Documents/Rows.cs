using Intranet.App.Data;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>Reads nodes as lines of a list, with who changed them and who has them checked out.</summary>
internal static class Rows
{
    public static async Task<List<NodeRow>> Load(IntranetDb db, IQueryable<Node> nodes)
    {
        var rows = await (
            from n in nodes
            join p in db.Bylines on n.ChangedById equals p.Id
            select new NodeRow(
                n.Id,
                n.SpaceId,
                n.FolderId,
                n.Kind,
                n.Name,
                n.NameKey,
                n.Number,
                n.Size,
                n.ContentType,
                n.ChangedAt,
                n.ChangedById,
                p.Name
            )
            {
                TagLine = n.TagLine,
                ApprovedNumber = n.ApprovedNumber,
            }
        ).ToListAsync();
        // Few documents are ever checked out or talked about, so that is looked up by itself and not beside every row.
        Guid[] documents = [.. rows.Where(r => !r.IsFolder).Select(r => r.Id)];
        var locks = await Locks(db, documents);
        var talk = await Talk(db, documents);
        var values = await Values(db, [.. rows.Select(r => r.Id)]);
        return locks.Count + values.Count + talk.Count == 0
            ? rows
            :
            [
                .. rows.Select(r =>
                    r with
                    {
                        Lock = locks.GetValueOrDefault(r.Id),
                        Values = [.. values[r.Id]],
                        Talk = talk.GetValueOrDefault(r.Id),
                    }
                ),
            ];
    }

    /// <summary>How much is said about these, and how many questions wait.</summary>
    private static Task<Dictionary<Guid, TalkCount>> Talk(IntranetDb db, Guid[] documents) =>
        db
            .Remarks.Where(r => documents.Contains(r.NodeId) && r.RemovedAt == null)
            .GroupBy(r => r.NodeId)
            .Select(g => new { g.Key, Count = new TalkCount(g.Count(), g.Count(r => r.Asks && r.SettledAt == null)) })
            .ToDictionaryAsync(g => g.Key, g => g.Count);

    /// <summary>What stands in the columns of these; people are called as they are called now.</summary>
    private static async Task<ILookup<Guid, CellRow>> Values(IntranetDb db, Guid[] ids) =>
        (
            await (
                from v in db.ColumnValues
                where ids.Contains(v.NodeId)
                let name = db.Bylines.Where(p => p.Id == v.PersonId).Select(p => p.Name).FirstOrDefault()
                select new { v.NodeId, Row = new CellRow(v.ColumnId, name ?? v.Text, v.Key, v.PersonId) }
            ).ToListAsync()
        ).ToLookup(v => v.NodeId, v => v.Row);

    /// <summary>Who has which of these documents checked out at this moment.</summary>
    public static Task<Dictionary<Guid, LockRow>> Locks(IntranetDb db, Guid[] documents) =>
        (
            from c in db.Checkouts
            join p in db.Bylines on c.PersonId equals p.Id
            where documents.Contains(c.NodeId) && c.Until > db.Now
            select new { c.NodeId, Row = new LockRow(c.PersonId, p.Name, c.Note, c.Until) }
        ).ToDictionaryAsync(c => c.NodeId, c => c.Row);
}
