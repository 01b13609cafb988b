using Intranet.App.Data;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Intranet.Domain.Documents.Wiki;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Wiki;

/// <summary>The links between pages and to documents. They are kept by id, so that they survive every renaming and moving.</summary>
public sealed class PageLinks(Store store)
{
    public const int MostFound = 12;
    private const int MostBack = 50;

    /// <summary>Links by hand that are looked up in one saving; the others stay as they are until the next.</summary>
    private const int MostSettled = 50;

    /// <summary>Links as people write them, by a name or a path, become links by id where one thing of this space is meant.</summary>
    public async Task<string> Settle(IntranetDb db, Node page, string text)
    {
        var known = await Meant(db, page, LinkText.Targets(text));
        return known.Count == 0
            ? text
            : LinkText.Replace(
                text,
                target => known.GetValueOrDefault(target.Path) is { } node ? (node.Id, PageName.TitleOf(node.Name)) : null
            );
    }

    /// <summary>What links by a name or a path mean on a page, as far as one thing of this space is meant and this person sees it.</summary>
    internal static async Task<IReadOnlyDictionary<string, Node>> Meant(IntranetDb db, Node page, IEnumerable<LinkTarget> targets)
    {
        var meant = new Dictionary<string, Node>();
        foreach (var target in targets.Distinct().Take(MostSettled).DistinctBy(t => t.Path))
            if (
                (target.IsName && !target.Path.Contains('/') ? await Called(db, page, target.Path) : await At(db, page, target.Path)) is
                { } node
            )
                meant[target.Path] = node;
        return meant;
    }

    /// <summary>Pages and documents by a part of their name, those of this space first, for whoever writes in it.</summary>
    public Task<List<LinkChoice>> Find(Viewer viewer, Guid spaceId, string sought) =>
        store.Read(
            viewer,
            db =>
            {
                // A name that is cleaned is never empty.
                var key = sought.Trim().Length == 0 ? "" : Key(sought.Trim());
                return (
                    from n in db.Nodes
                    join s in db.Spaces on n.SpaceId equals s.Id
                    where n.Kind == NodeKind.Document && n.RemovedAt == null && n.NameKey.Contains(key)
                    where
                        n.SpaceId == spaceId
                        || db.Seats.Any(x => x.SpaceId == n.SpaceId && x.PersonId == db.ViewerId && (x.EndsAt == null || x.EndsAt > db.Now))
                    orderby n.SpaceId == spaceId descending, n.NameKey, n.Id
                    select new LinkChoice(n.Id, n.Name, n.SpaceId == spaceId ? null : s.Name)
                )
                    .Take(MostFound)
                    .ToListAsync();
            }
        );

    /// <summary>The pages this person sees that lead here.</summary>
    public static Task<List<Crumb>> Back(IntranetDb db, Guid nodeId) =>
        (
            from l in db.PageLinks
            join n in db.Nodes on l.FromNodeId equals n.Id
            where l.ToNodeId == nodeId && n.RemovedAt == null && n.Id != nodeId
            orderby n.NameKey, n.Id
            select new Crumb(n.Id, n.Name)
        )
            .Take(MostBack)
            .ToListAsync();

    /// <summary>Writes down where a newly read text leads to, whichever way it came.</summary>
    internal static async Task Keep(Work work, DocumentVersion version, string text)
    {
        var kept = work.Db.PageLinks.IgnoreQueryFilters([Sight.Name]).Where(l => l.FromNodeId == version.NodeId);
        await kept.ExecuteDeleteAsync();
        if (PageName.Is(version.Name))
            foreach (var to in LinkText.Ids(text).Take(PageLink.Most))
                work.Db.PageLinks.Add(new PageLink(version.NodeId, to, version.SpaceId));
    }

    /// <summary>What lies at a path that begins in the folder of the page; a page may be called without its ending.</summary>
    private static async Task<Node?> At(IntranetDb db, Node page, string path)
    {
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length is 0 or > Node.MostDeep)
            return null;
        var folders = page.Folders.Prepend(page.SpaceId).ToList();
        foreach (var step in steps[..^1])
        {
            if (step == "..")
                folders.RemoveAt(folders.Count - 1);
            else if (step != "." && await In(db, folders[^1], step, NodeKind.Folder) is { } folder)
                folders.Add(folder.Id);
            else if (step != ".")
                return null;
            if (folders.Count == 0)
                return null;
        }
        return await In(db, folders[^1], steps[^1], NodeKind.Document)
            ?? await In(db, folders[^1], steps[^1] + PageName.Ending, NodeKind.Document);
    }

    /// <summary>The page of that name beside this one, or the only one in the space.</summary>
    private static async Task<Node?> Called(IntranetDb db, Node page, string name)
    {
        if (await At(db, page, name) is { } near)
            return near;
        var (key, paged) = (Key(name), Key(name + PageName.Ending));
        var all = await db
            .Nodes.Where(n =>
                n.SpaceId == page.SpaceId && n.Kind == NodeKind.Document && n.RemovedAt == null && (n.NameKey == key || n.NameKey == paged)
            )
            .Take(2)
            .ToListAsync();
        return all.Count == 1 ? all[0] : null;
    }

    private static Task<Node?> In(IntranetDb db, Guid folder, string name, NodeKind kind)
    {
        var key = Key(name);
        return db.Nodes.SingleOrDefaultAsync(n => n.FolderId == folder && n.Kind == kind && n.NameKey == key && n.RemovedAt == null);
    }

    private static string Key(string name) => Node.KeyOf(FileName.Clean(name));
}

/// <summary>Something to link to.</summary>
/// <param name="Space">Where it lies, when that is not the space of the page.</param>
public sealed record LinkChoice(Guid Id, string Name, string? Space)
{
    /// <summary>
    /// The link as it stands in a text. The name of what lies in another space is not written down, because not everybody who reads the page may
    /// know it; each reader who may see it is shown its name of today.
    /// </summary>
    public string Markdown => $"[{(Space is null ? LinkText.Plain(PageName.TitleOf(Name)) : "")}](/documents/{Id})";
}
