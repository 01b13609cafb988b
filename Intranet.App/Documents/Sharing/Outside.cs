using Intranet.App.Data;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Sharing;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Sharing;

/// <summary>
/// What somebody without an account finds behind a link. It is read through the eyes of whoever made the link, so a link never shows more
/// than its maker may see, and ends with the maker's place in the space. Nothing here is written down as the maker's act.
/// </summary>
public sealed class Outside(Store store)
{
    public const int MostRows = 500;

    /// <summary>The link as long as it holds: not ended, not taken back, its maker still a member, the space still one that lets links out.</summary>
    public async Task<OpenLink?> Find(string key)
    {
        if (key.Length != 40)
            return null;
        var link = await store.Read(
            Viewer.Nobody,
            db => db.ShareLinks.IgnoreQueryFilters([Sight.Name]).SingleOrDefaultAsync(l => l.Key == key)
        );
        if (link?.Holds(store.Clock.GetUtcNow()) != true)
            return null;
        return await store.Read(
            new Viewer(link.MadeById),
            async db =>
            {
                var node = await db.Nodes.SingleOrDefaultAsync(n => n.Id == link.NodeId && n.RemovedAt == null);
                var maker = await db
                    .Memberships.Include(m => m.Space)
                    .Include(m => m.Person)
                    .SingleOrDefaultAsync(m =>
                        m.SpaceId == link.SpaceId && m.PersonId == link.MadeById && (m.EndsAt == null || m.EndsAt > db.Now)
                    );
                return node is not null && maker is { MayLink: true, Person.Active: true }
                    ? new OpenLink(link, node, maker.Person.Name)
                    : null;
            }
        );
    }

    /// <summary>The document itself, or what lies in a folder at or below the one that was shared; null when it lies elsewhere.</summary>
    public Task<OutsideView?> Look(OpenLink open, Guid? folderId) =>
        store.Read(
            open.Eyes,
            async db =>
            {
                if (!open.Node.IsFolder)
                    return new OutsideView(null, await Rows(db, db.Nodes.Where(n => n.Id == open.Node.Id)));
                var folder =
                    folderId is null || folderId == open.Node.Id
                        ? open.Node
                        : await Within(db, open).SingleOrDefaultAsync(n => n.Id == folderId && n.Kind == NodeKind.Folder);
                return folder is null ? null : new OutsideView(folder, await Rows(db, db.Nodes.Where(n => n.FolderId == folder.Id)));
            }
        );

    /// <summary>The version that goes out: the approved one where there is one, so that nothing unapproved leaves beside it.</summary>
    public Task<DocumentVersion?> Version(OpenLink open, Guid nodeId) =>
        store.Read(
            open.Eyes,
            db =>
                (
                    from n in Within(db, open)
                    join v in db.DocumentVersions on n.Id equals v.NodeId
                    where n.Id == nodeId && v.Number == (n.ApprovedNumber ?? n.Number)
                    select v
                ).SingleOrDefaultAsync()
        );

    /// <summary>Somebody has looked.</summary>
    public Task Seen(ShareLink link) => Count(link, set => set.SetProperty(l => l.Views, l => l.Views + 1));

    /// <summary>Takes one of the downloads that are left; false when none is.</summary>
    public async Task<bool> Take(ShareLink link) =>
        await Count(link, set => set.SetProperty(l => l.Downloads, l => l.Downloads + 1), least: true) > 0;

    private Task<int> Count(
        ShareLink link,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<ShareLink>> count,
        bool least = false
    ) =>
        store.Write(
            Viewer.Nobody,
            work =>
                work.Db.ShareLinks.IgnoreQueryFilters([Sight.Name])
                    .Where(l => l.Id == link.Id && (!least || l.DownloadLimit == null || l.Downloads < l.DownloadLimit))
                    .ExecuteUpdateAsync(count)
        );

    internal static IQueryable<Node> Within(IntranetDb db, OpenLink open)
    {
        var below = open.Node.Within;
        return db.Nodes.Where(n =>
            n.SpaceId == open.Node.SpaceId
            && n.RemovedAt == null
            && (n.Id == open.Node.Id || (open.Node.IsFolder && n.Path.StartsWith(below)))
        );
    }

    private static async Task<IReadOnlyList<OutsideRow>> Rows(IntranetDb db, IQueryable<Node> nodes) =>
        await (
            from n in nodes.Where(n => n.RemovedAt == null).OrderBy(n => n.Kind).ThenBy(n => n.NameKey).Take(MostRows + 1)
            join v in db.DocumentVersions
                on new { NodeId = n.Id, Number = n.ApprovedNumber ?? n.Number } equals new { v.NodeId, v.Number }
                into versions
            from v in versions.DefaultIfEmpty()
            orderby n.Kind, n.NameKey
            select new OutsideRow(
                n.Id,
                v == null ? n.Name : v.Name,
                n.Kind == NodeKind.Folder,
                v == null ? 0 : v.Size,
                v == null ? n.ChangedAt : v.At
            )
        ).ToListAsync();
}

/// <summary>A link that holds, what it leads to, and who made it.</summary>
public sealed record OpenLink(ShareLink Link, Node Node, string Maker)
{
    internal Viewer Eyes => new(Link.MadeById);
}

/// <param name="Folder">Where one stands; null when the link leads to one document.</param>
public sealed record OutsideView(Node? Folder, IReadOnlyList<OutsideRow> Rows)
{
    /// <summary>What one looks at is called; a document as it was called when it was approved.</summary>
    public string? Name => Folder?.Name ?? (Rows is [var only] ? only.Name : null);
}

public sealed record OutsideRow(Guid Id, string Name, bool IsFolder, long Size, DateTimeOffset At);
