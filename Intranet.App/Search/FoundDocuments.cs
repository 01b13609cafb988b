using Intranet.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Search;

/// <summary>Documents that were found, as they are shown in an answer.</summary>
internal static class FoundDocuments
{
    /// <summary>Most words stand early in a document; only where they do not is all of it fetched, in characters.</summary>
    private const int Beginning = 20_000;

    /// <summary>The documents in the order they were found in, read under the viewer's sight once more; with words also what they say around them.</summary>
    public static async Task<IReadOnlyList<Hit>> Read(IntranetDb db, Guid[] ids, IReadOnlyList<string>? words = null)
    {
        if (ids.Length == 0)
            return [];
        var found = await (
            from n in db.Nodes
            join s in db.Spaces on n.SpaceId equals s.Id
            join p in db.Bylines on n.ChangedById equals p.Id
            where ids.Contains(n.Id) && n.RemovedAt == null
            select new
            {
                n.Id,
                n.Name,
                n.ChangedAt,
                By = p.Name,
                Space = s.Name,
                Folder = db.Nodes.Where(f => f.Id == n.FolderId).Select(f => f.Name).FirstOrDefault(),
            }
        ).ToDictionaryAsync(d => d.Id);
        var said = words is null ? [] : await Said(db, ids, words);
        return
        [
            .. ids.Where(found.ContainsKey)
                .Select(id => found[id])
                .Select(d => new Hit(
                    HitKind.Document,
                    d.Id,
                    d.Name,
                    $"{d.By} in {d.Space}{(d.Folder is null ? "" : $", {d.Folder}")}",
                    $"/documents/{d.Id}"
                )
                {
                    At = d.ChangedAt,
                    Said = said.GetValueOrDefault(d.Id),
                }),
        ];
    }

    private static async Task<Dictionary<Guid, Snippet>> Said(IntranetDb db, Guid[] ids, IReadOnlyList<string> words)
    {
        var beginnings = await db
            .DocumentTexts.Where(t => ids.Contains(t.NodeId))
            .Select(t => new { t.NodeId, Text = t.Text.Substring(0, Beginning) })
            .ToListAsync();
        var said = beginnings.ToDictionary(t => t.NodeId, t => Snippet.Around(t.Text, words));
        Guid[] later = [.. beginnings.Where(t => t.Text.Length >= Beginning && said[t.NodeId].Marks.Count == 0).Select(t => t.NodeId)];
        foreach (var id in later)
            said[id] = Snippet.Around(await db.DocumentTexts.Where(t => t.NodeId == id).Select(t => t.Text).SingleAsync(), words);
        return said;
    }
}
