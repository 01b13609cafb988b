using Intranet.App.Data;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Dav;

/// <summary>Finds what addresses lead to. Only the spaces somebody is a member of are there; all others do not exist.</summary>
internal sealed class Places(Store store)
{
    private const int MostSpaces = 1000;

    public Task<Place> Find(Viewer viewer, IReadOnlyList<string> steps) => store.Read(viewer, db => Find(db, steps));

    /// <summary>The spaces somebody is in, by names that are unique for them: those called alike carry the end of their id, all of them.</summary>
    public static async Task<List<OwnSpace>> Spaces(IntranetDb db)
    {
        var all = await db
            .Memberships.Where(m => m.PersonId == db.ViewerId && (m.EndsAt == null || m.EndsAt > db.Now))
            .OrderBy(m => m.Space.Name)
            .Take(MostSpaces)
            .Select(m => new OwnSpace(m.SpaceId, m.Space.Name, m.Space.CreatedAt))
            .ToListAsync();
        var named = all.ConvertAll(s => s with { Name = FileName.Clean(s.Name) });
        var twice = named.CountBy(s => Node.KeyOf(s.Name)).Where(s => s.Value > 1).Select(s => s.Key).ToHashSet();
        return named.ConvertAll(s => twice.Contains(Node.KeyOf(s.Name)) ? s with { Name = $"{s.Name} {s.Id.ToString("N")[^6..]}" } : s);
    }

    /// <summary>The nodes with the key of their newest content, in the order of a folder's list.</summary>
    public static IQueryable<Entry> Entries(IntranetDb db, IQueryable<Node> nodes) =>
        from n in nodes
        join v in db.DocumentVersions on new { NodeId = n.Id, n.Number } equals new { v.NodeId, v.Number } into versions
        from v in versions.DefaultIfEmpty()
        orderby n.Kind, n.NameKey
        select new Entry(n, v == null ? null : v.BlobKey);

    private static async Task<Place> Find(IntranetDb db, IReadOnlyList<string> steps)
    {
        var place = new Place(steps);
        if (steps.Count == 0 || steps.Count > Node.MostDeep + 2)
            return place;
        var key = Node.KeyOf(FileName.Clean(steps[0]));
        if ((await Spaces(db)).SingleOrDefault(s => Node.KeyOf(s.Name) == key) is not { } space)
            return place;
        place = place with { Space = space };
        for (var i = 1; i < steps.Count; i++)
        {
            var last = i == steps.Count - 1;
            if (await Named(db, space.Id, place.Folder, steps[i]) is { } entry)
                place = last
                    ? place with
                    {
                        Node = entry.Node,
                        BlobKey = entry.BlobKey,
                        HasFolder = true,
                    }
                    : place with
                    {
                        Folder = entry.Node,
                    };
            else
                return place with { HasFolder = last };
            if (!last && !entry.Node.IsFolder)
                return place with { Folder = null };
        }
        return place;
    }

    private static Task<Entry?> Named(IntranetDb db, Guid spaceId, Node? folder, string name)
    {
        var (within, key) = (folder?.Id ?? spaceId, Node.KeyOf(FileName.Clean(name)));
        return Entries(db, db.Nodes.Where(n => n.FolderId == within && n.NameKey == key && n.RemovedAt == null)).SingleOrDefaultAsync();
    }
}

/// <summary>A document or folder with the key of its newest content.</summary>
internal sealed record Entry(Node Node, string? BlobKey);
