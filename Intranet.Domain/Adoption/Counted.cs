namespace Intranet.Domain.Adoption;

/// <summary>A row of a table: the organisation (first, without parent), a team with all below it, or a space.</summary>
/// <param name="Name">What the report prints; null for the whole organisation.</param>
/// <param name="Parent">Place of the parent in the list, before this one; -1 for the whole organisation.</param>
public sealed record Group(string? Name, int Parent);

/// <summary>The true counts of one group in one period, never shown as they are.</summary>
/// <param name="People">Eligible people.</param>
/// <param name="Active">Eligible people with at least one act.</param>
/// <param name="Contributors">Those of the active with at least one contribution.</param>
/// <param name="Acts">Acts by eligible people.</param>
/// <param name="TopActs">The most acts by one person.</param>
public readonly record struct Tally(int People, int Active, int Contributors, long Acts, long TopActs);

/// <summary>How the groups of a table lie beside each other.</summary>
public enum Cut
{
    /// <summary>Each person counts in one child of each parent: teams.</summary>
    Teams = 0,

    /// <summary>A person may count in several children, an act in one: spaces. All groups are children of the first.</summary>
    Spaces = 1,
}

/// <summary>One table of true counts: groups by periods of one grain from one source.</summary>
/// <param name="ReadingRecorded">
/// False where the source knows no acts but contributions (mail): active and contributors are then one figure by definition
/// and "readers only" is no measure of it.
/// </param>
/// <param name="NoData">For each period: the source recorded nothing at all, by anybody.</param>
/// <param name="Tallies">Tallies[group, period].</param>
public sealed record Counted(
    Cut Cut,
    bool ReadingRecorded,
    IReadOnlyList<Group> Groups,
    IReadOnlyList<Period> Periods,
    IReadOnlyList<bool> NoData,
    Tally[,] Tallies
);
