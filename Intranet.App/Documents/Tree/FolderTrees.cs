using Intranet.App.Data;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Tree;

/// <summary>Reads the folders of a space as a tree, as far as it is opened: the folders in a few folders at once, and never all of them.</summary>
public sealed class FolderTrees(Store store)
{
    /// <summary>Folders that are shown in one folder; the others are found in its list.</summary>
    public const int Most = 200;

    /// <summary>Folders that are read at once at most.</summary>
    public const int MostOpen = 100;

    /// <summary>The folders that lie in each of the given folders now, by name; the space's own id stands for its top. One more than are shown says that there are more.</summary>
    public Task<ILookup<Guid, Branch>> In(Viewer viewer, Guid spaceId, IReadOnlyCollection<Guid> folders) =>
        store.Read(
            viewer,
            async db =>
            {
                Guid[] wanted = [.. folders.Take(MostOpen)];
                var live = db.Nodes.Where(n => n.SpaceId == spaceId && n.Kind == NodeKind.Folder && n.RemovedAt == null);
                var branches = await (
                    from folder in live.Where(n => wanted.Contains(n.FolderId)).Select(n => n.FolderId).Distinct()
                    from n in live.Where(n => n.FolderId == folder).OrderBy(n => n.NameKey).Take(Most + 1)
                    select new Branch(n.Id, n.FolderId, n.Name, n.NameKey, live.Any(below => below.FolderId == n.Id))
                ).ToListAsync();
                return branches.OrderBy(b => b.NameKey, StringComparer.Ordinal).ToLookup(b => b.FolderId);
            }
        );
}

/// <summary>A folder in the tree.</summary>
/// <param name="Opens">Whether folders lie in it.</param>
public sealed record Branch(Guid Id, Guid FolderId, string Name, string NameKey, bool Opens);
