using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.Domain.Activity;

namespace Intranet.App.Documents.Tree;

/// <summary>The tree of one space's folders on one person's screen: what is open of it, and how news change it.</summary>
public sealed class FolderTree(FolderTrees trees, Viewer viewer, Guid spaceId)
{
    private readonly HashSet<Guid> _open = [spaceId];
    private readonly Dictionary<Guid, IReadOnlyList<Branch>> _known = [];

    public bool IsOpen(Guid folder) => _open.Contains(folder);

    /// <summary>The folders in a folder, as far as they are shown.</summary>
    public IEnumerable<Branch> Below(Guid folder) => _known.GetValueOrDefault(folder, []).Take(FolderTrees.Most);

    /// <summary>Whether more folders lie in it than are shown.</summary>
    public bool HasMore(Guid folder) => _known.GetValueOrDefault(folder, []).Count > FolderTrees.Most;

    /// <summary>Opens folders, and reads what lies in those that were closed: all at once.</summary>
    public async Task Open(params IEnumerable<Guid> folders)
    {
        foreach (var folder in folders.Where(_ => _open.Count < FolderTrees.MostOpen))
            _open.Add(folder);
        await Read([.. _open.Where(folder => !_known.ContainsKey(folder))]);
    }

    public void Close(Guid folder)
    {
        if (folder == spaceId)
            return;
        _open.Remove(folder);
        // Read again when it is opened again: what happens meanwhile is not followed.
        _known.Remove(folder);
    }

    /// <summary>Takes up what happened in the space; true when the tree may be another than before.</summary>
    public async Task<bool> Hear(IReadOnlyList<Happening> news)
    {
        if (!news.Any(h => h.ThingKind == ThingKind.Folder || h.Governs))
            return false;
        await Read([.. _open]);
        HashSet<Guid> there = [spaceId, .. _known.Values.SelectMany(below => below).Select(b => b.Id)];
        foreach (var gone in _open.Where(folder => !there.Contains(folder)).ToList())
            Close(gone);
        return true;
    }

    private async Task Read(Guid[] folders)
    {
        if (folders.Length == 0)
            return;
        var read = await trees.In(viewer, spaceId, folders);
        foreach (var folder in folders)
            _known[folder] = [.. read[folder]];
    }
}
