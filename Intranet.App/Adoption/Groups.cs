using Intranet.App.Data;
using Intranet.Domain.Adoption;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>The rows of a table of figures: the organisation first, every parent before its children, and where each team or space stands.</summary>
internal sealed class Groups
{
    private readonly Dictionary<Guid, int> _places = [];
    private readonly List<Group> _rows;
    private int _top;

    private Groups(Group whole) => _rows = [whole];

    public IReadOnlyList<Group> Rows => _rows;
    public IEnumerable<KeyValuePair<Guid, int>> Places => _places;

    /// <summary>The row of a team or space. Who is in none counts for the one team at the top, where there is one: as a rest of the whole, a single person would have every figure below hidden. Else for the whole.</summary>
    public int this[Guid id] => _places.GetValueOrDefault(id, _top);

    /// <summary>A row and all rows above it, up to the whole organisation.</summary>
    public IEnumerable<int> AndAbove(int row)
    {
        for (; row >= 0; row = _rows[row].Parent)
            yield return row;
    }

    public static async Task<Groups> Teams(IntranetDb db)
    {
        // Figures are counted over everybody; who may be told them is decided by Suppression and by the page that asks.
        var teams = await db.Teams.IgnoreQueryFilters([Sight.Name]).OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync();
        var groups = new Groups(new Group(null, -1));
        var below = teams.ToLookup(t => t.ParentId);
        var known = teams.Select(t => t.Id).ToHashSet();
        foreach (var top in teams.Where(t => t.ParentId is null || !known.Contains(t.ParentId.Value)))
            Place(top.Id, top.Name, 0);
        // A circle of teams hangs under nothing; each of them counts on its own.
        foreach (var left in teams.Where(t => !groups._places.ContainsKey(t.Id)))
            Place(left.Id, left.Name, 0);
        groups._top = groups._rows.Count(r => r.Parent == 0) == 1 ? 1 : 0;
        return groups;

        void Place(Guid id, string name, int parent)
        {
            if (!groups._places.TryAdd(id, groups._rows.Count))
                return;
            groups._rows.Add(new Group(name, parent));
            foreach (var child in below[id])
                Place(child.Id, child.Name, groups._places[id]);
        }
    }

    /// <summary>The given spaces, each directly under the whole.</summary>
    public static Groups Spaces(IEnumerable<(Guid Id, string Name)> spaces)
    {
        var groups = new Groups(new Group(null, -1));
        foreach (var (id, name) in spaces)
        {
            groups._places[id] = groups._rows.Count;
            groups._rows.Add(new Group(name, 0));
        }
        return groups;
    }
}
