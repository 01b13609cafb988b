namespace Intranet.App.Documents.Screens;

/// <summary>The lines of a list that are chosen to be moved, removed or downloaded together.</summary>
public sealed class Chosen
{
    private Guid? _last;

    /// <summary>In the order of the list, as they are now.</summary>
    public IReadOnlyList<NodeRow> Rows { get; private set; } = [];

    /// <summary>"choose" takes one line up or lets it go, "span" takes all from the last one to this, "all" everything shown or nothing, "none" nothing.</summary>
    public void Hear(string act, NodeRow? row, IReadOnlyList<NodeRow> shown)
    {
        var rows = shown.ToList();
        var (from, to) = (rows.FindIndex(r => r.Id == _last), rows.FindIndex(r => r.Id == row?.Id));
        HashSet<Guid> chosen = [.. Rows.Select(r => r.Id)];
        if (act == "none" || (act == "all" && Rows.Count == rows.Count))
            chosen.Clear();
        else if (act == "all")
            chosen.UnionWith(rows.Select(r => r.Id));
        else if (act == "span" && from >= 0 && to >= 0)
            chosen.UnionWith(rows[Math.Min(from, to)..(Math.Max(from, to) + 1)].Select(r => r.Id));
        else if (row is not null && !chosen.Add(row.Id))
            chosen.Remove(row.Id);
        _last = row?.Id;
        Rows = [.. rows.Where(r => chosen.Contains(r.Id))];
    }

    /// <summary>What went from the list is chosen no more; what changed is chosen as it is now.</summary>
    public void Keep(IReadOnlyList<NodeRow> shown)
    {
        HashSet<Guid> chosen = [.. Rows.Select(r => r.Id)];
        Rows = [.. shown.Where(r => chosen.Contains(r.Id))];
    }

    public void Clear() => (Rows, _last) = ([], null);
}
