using Intranet.App.Data;
using Intranet.App.Documents.Order;
using Intranet.Domain.Documents;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>Looking into a space's folders, page by page.</summary>
public sealed class Folders(Store store)
{
    public const int PageSize = 100;

    /// <summary>Where one stands; null when there is no such folder for this person.</summary>
    public Task<FolderView?> Look(Viewer viewer, Guid spaceId, Guid? folderId) =>
        store.Read(
            viewer,
            async db =>
            {
                if (!await db.Spaces.AnyAsync(s => s.Id == spaceId))
                    return null;
                IReadOnlyList<Crumb> trail = [];
                if (folderId is { } id)
                {
                    var folder = await db.Nodes.SingleOrDefaultAsync(n =>
                        n.Id == id && n.SpaceId == spaceId && n.Kind == NodeKind.Folder && n.RemovedAt == null
                    );
                    if (folder is null)
                        return null;
                    trail = await Trail(db, folder);
                }
                var member = await db.OwnSeat(spaceId);
                return new FolderView(
                    spaceId,
                    folderId,
                    trail,
                    member?.MayFile == true,
                    member?.MayModerate == true,
                    member?.MayCarryOut == true
                );
            }
        );

    /// <summary>The next lines of a folder. One more than a page says that there are more.</summary>
    public Task<List<NodeRow>> Page(
        Viewer viewer,
        Guid spaceId,
        Guid? folderId,
        NodeRow? after = null,
        int size = PageSize,
        FolderWish? wish = null
    ) => Load(viewer, spaceId, folderId, wish, (db, nodes) => nodes.InOrder(db, wish ?? FolderWish.Plain, after).Take(size + 1));

    /// <summary>Those of the nodes that lie in the folder now, and are as wished.</summary>
    public Task<List<NodeRow>> These(Viewer viewer, Guid spaceId, Guid? folderId, IReadOnlyCollection<Guid> ids, FolderWish? wish = null) =>
        Load(viewer, spaceId, folderId, wish, (_, nodes) => nodes.Where(n => ids.Contains(n.Id)));

    private Task<List<NodeRow>> Load(
        Viewer viewer,
        Guid spaceId,
        Guid? folderId,
        FolderWish? wish,
        Func<IntranetDb, IQueryable<Node>, IQueryable<Node>> cut
    ) =>
        store.Read(
            viewer,
            async db =>
            {
                var rows = await Rows.Load(db, cut(db, In(db, spaceId, folderId, wish).Like(db, wish ?? FolderWish.Plain)));
                if (wish?.Everywhere != true)
                    return rows;
                Guid[] places = [.. rows.Select(r => r.FolderId).Distinct()];
                var names = await db.Nodes.Where(n => places.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name);
                return [.. rows.Select(r => r with { Folder = names.GetValueOrDefault(r.FolderId) })];
            }
        );

    /// <summary>The spaces into which the viewer may put something, by name.</summary>
    public Task<List<Crumb>> Places(Viewer viewer) =>
        store.Read(
            viewer,
            async db =>
            {
                var mine = await db
                    .Memberships.Include(m => m.Space)
                    .Where(m => m.PersonId == viewer.PersonId && (m.EndsAt == null || m.EndsAt > db.Now))
                    .OrderBy(m => m.Space.Name)
                    .Take(10 * PageSize)
                    .ToListAsync();
                return mine.Where(m => m.MayFile).Select(m => new Crumb(m.SpaceId, m.Space.Name)).ToList();
            }
        );

    /// <summary>The folders in a folder, for choosing where to put something.</summary>
    public Task<List<Crumb>> Below(Viewer viewer, Guid spaceId, Guid? folderId) =>
        store.Read(
            viewer,
            db =>
                In(db, spaceId, folderId)
                    .Where(n => n.Kind == NodeKind.Folder)
                    .OrderBy(n => n.NameKey)
                    .Take(10 * PageSize)
                    .Select(n => new Crumb(n.Id, n.Name))
                    .ToListAsync()
        );

    /// <summary>What was removed, the latest first; what a folder took along is not named by itself.</summary>
    public Task<List<RemovedRow>> Trash(Viewer viewer, Guid spaceId) =>
        store.Read(
            viewer,
            db =>
                (
                    from n in db.Nodes
                    join b in db.Bylines on n.RemovedById equals b.Id into removers
                    from p in removers.DefaultIfEmpty()
                    where n.SpaceId == spaceId && n.RemovedWithId == n.Id
                    orderby n.RemovedAt descending
                    select new RemovedRow(n.Id, n.Name, n.Kind == NodeKind.Folder, n.Size, p == null ? null : p.Name, n.RemovedAt!.Value)
                )
                    .Take(PageSize)
                    .ToListAsync()
        );

    private static IQueryable<Node> In(IntranetDb db, Guid spaceId, Guid? folderId, FolderWish? wish = null)
    {
        if (wish?.Everywhere == true)
            return db.Nodes.Where(n => n.SpaceId == spaceId && n.RemovedAt == null);
        var folder = folderId ?? spaceId;
        return db.Nodes.Where(n => n.FolderId == folder && n.SpaceId == spaceId && n.RemovedAt == null);
    }

    private static async Task<IReadOnlyList<Crumb>> Trail(IntranetDb db, Node folder)
    {
        Guid[] above = [.. folder.Folders];
        var names = above.Length == 0 ? [] : await db.Nodes.Where(n => above.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name);
        return [.. above.Where(names.ContainsKey).Select(id => new Crumb(id, names[id])), new Crumb(folder.Id, folder.Name)];
    }
}
