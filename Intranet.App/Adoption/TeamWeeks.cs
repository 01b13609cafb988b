using Intranet.Domain.Adoption;

namespace Intranet.App.Adoption;

/// <summary>The published weeks of a source, and which row is which team's.</summary>
public sealed record TeamWeeks(Published Table, IReadOnlyDictionary<Guid, int> Rows)
{
    /// <summary>A row and everything below it.</summary>
    public bool Within(int row, int top)
    {
        for (; row >= 0; row = Table.Groups[row].Parent)
            if (row == top)
                return true;
        return false;
    }

    public IEnumerable<int> Children(int row) => Enumerable.Range(0, Table.Groups.Count).Where(r => Table.Groups[r].Parent == row);

    public IEnumerable<Guid> Teams(int top) => Rows.Where(r => Within(r.Value, top)).Select(r => r.Key);
}
