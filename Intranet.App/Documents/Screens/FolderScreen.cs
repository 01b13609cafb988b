using Intranet.App.Data;
using Intranet.App.Documents.Order;
using Intranet.App.Live;
using Intranet.Domain.Activity;

namespace Intranet.App.Documents.Screens;

/// <summary>The lines of one folder on one person's screen, kept up to date by news without being read whole again.</summary>
public sealed class FolderScreen(Folders folders, Viewer viewer, Guid spaceId, Guid? folderId, FolderWish? wish = null)
{
    private readonly FolderWish _wish = wish ?? FolderWish.Plain;

    /// <summary>So much news at once is read sooner by reading the folder again.</summary>
    private const int Many = 200;

    private List<NodeRow> _rows = [];

    /// <summary>Null when there is no such folder for this person, or not any more.</summary>
    public FolderView? View { get; private set; }
    public IReadOnlyList<NodeRow> Rows => _rows;
    public bool HasMore { get; private set; }
    public bool Loaded { get; private set; }

    /// <summary>Reads the folder anew, as far down as it was shown.</summary>
    public async Task Load()
    {
        View = await folders.Look(viewer, spaceId, folderId);
        var size = Math.Max(Folders.PageSize, _rows.Count);
        Show(View is null ? [] : await folders.Page(viewer, spaceId, folderId, size: size, wish: _wish), size);
        Loaded = true;
    }

    public async Task More()
    {
        if (!HasMore)
            return;
        var next = await folders.Page(viewer, spaceId, folderId, _rows[^1], wish: _wish);
        Show([.. _rows, .. next], _rows.Count + Folders.PageSize);
    }

    /// <summary>Takes up what happened in the space; true when something on the screen may have changed.</summary>
    public async Task<bool> Hear(IReadOnlyList<Happening> news)
    {
        if (news.Any(Unsettles))
        {
            await Load();
            return true;
        }
        Guid[] changed = [.. news.Where(IsOfTree).Select(h => h.ThingId).OfType<Guid>().Distinct()];
        if (changed.Length == 0)
            return false;
        if (changed.Length > Many || !_wish.Compares)
            await Load();
        else
            Merge(changed, await folders.These(viewer, spaceId, folderId, changed, _wish));
        return true;
    }

    public NodeRow? Find(Guid id) => _rows.Find(r => r.Id == id);

    private void Merge(Guid[] changed, List<NodeRow> now)
    {
        var rows = _rows.Where(r => !changed.Contains(r.Id)).ToList();
        foreach (var row in now)
        {
            var at = rows.FindIndex(r => _wish.Compare(r, row) > 0);
            if (at >= 0)
                rows.Insert(at, row);
            // Below what is shown it comes when one gets there.
            else if (!HasMore)
                rows.Add(row);
        }
        _rows = rows;
    }

    private void Show(List<NodeRow> rows, int size)
    {
        HasMore = rows.Count > size;
        _rows = [.. rows.Take(size)];
    }

    /// <summary>The folder itself or one above it went, or what the viewer may do here changed.</summary>
    private bool Unsettles(Happening happening) =>
        happening.Governs || (happening.ThingKind == ThingKind.Folder && View?.Trail.Any(c => c.Id == happening.ThingId) == true);

    private static bool IsOfTree(Happening happening) =>
        happening is { ThingKind: ThingKind.File or ThingKind.Folder, Verb: not Verb.FileOpened };
}
