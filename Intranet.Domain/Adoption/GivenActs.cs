namespace Intranet.Domain.Adoption;

/// <summary>Which numbers of acts are told; the other half of <see cref="Suppression"/>.</summary>
internal sealed class GivenActs(Counted table, Threshold threshold)
{
    private readonly long?[] given = new long?[table.Groups.Count];

    public long? Given(int group) => given[group];

    public void Decide(int period, Suppressed cells, Published? weeks, Published? days)
    {
        Array.Clear(given);
        if (table.NoData[period])
            return;
        var span = table.Periods[period];
        for (var i = 0; i < given.Length; i++)
        {
            var tally = table.Tallies[i, period];
            var shown = cells.Reason(i) is null && Safe(tally) && (i == 0 || given[table.Groups[i].Parent] is not null);
            given[i] = span.Grain switch
            {
                Grain.Week => shown ? tally.Acts : null,
                Grain.Day => shown && i == 0 && weeks is not null ? tally.Acts : null,
                _ => cells.Reason(i) is null ? Published.Acts(i, span.First, span.Last, weeks, days) : null,
            };
        }
        if (span.Grain == Grain.Week)
            for (var i = 0; i < given.Length; i++)
                Cover(i, period, cells);
    }

    /// <summary>Withholds the acts of children until what the parent's acts leave over is safe to know.</summary>
    private void Cover(int parent, int period, Suppressed cells)
    {
        if (given[parent] is null || cells.Children(parent).Count == 0)
            return;
        while (!SafeRest(parent, period, cells))
        {
            var candidates = cells
                .Children(parent)
                .Where(c => given[c] is not null)
                .OrderBy(c => table.Tallies[c, period].People)
                .ThenBy(c => c)
                .ToList();
            if (candidates.Count == 0)
            {
                given[parent] = null;
                return;
            }
            Withhold(candidates.FirstOrDefault(Cures, candidates[0]), cells);
        }

        bool Cures(int candidate)
        {
            var acts = given[candidate];
            given[candidate] = null;
            var safe = SafeRest(parent, period, cells);
            given[candidate] = acts;
            return safe;
        }
    }

    private void Withhold(int group, Suppressed cells)
    {
        given[group] = null;
        foreach (var child in cells.Children(group))
            Withhold(child, cells);
    }

    private bool SafeRest(int parent, int period, Suppressed cells)
    {
        var whole = table.Tallies[parent, period];
        var (people, active, acts, most, any) = (0, 0, whole.Acts, 0L, false);
        var (directPeople, directActive) = (whole.People, whole.Active);
        var teams = table.Cut == Cut.Teams;
        foreach (var child in cells.Children(parent))
        {
            var tally = table.Tallies[child, period];
            (directPeople, directActive) = (directPeople - tally.People, directActive - tally.Active);
            if (given[child] is not null)
            {
                acts -= tally.Acts;
                continue;
            }
            any |= tally.People > 0;
            (people, active) = teams
                ? (people + tally.People, active + tally.Active)
                : (Math.Max(people, tally.People), Math.Max(active, tally.Active));
            most = teams ? Math.Max(most, tally.TopActs) : most + tally.TopActs;
        }
        var known = cells.Children(parent).Where(c => given[c] is null).Sum(c => table.Tallies[c, period].Acts);
        if (teams)
            (people, active, any) = (people + directPeople, active + directActive, any || directPeople > 0);
        else
            any |= acts > known;
        most = teams ? Math.Max(most, Math.Min(whole.TopActs, acts - known)) : most + Math.Min(whole.TopActs, acts - known);
        return !any || (people >= threshold.People && Safe(new(people, active, 0, acts, most)));
    }

    /// <summary>Enough people acted, none of them made more than half, and the sum leaves open how many of nearly all were active.</summary>
    public static bool Safe(Tally tally) =>
        tally.Active >= Threshold.Few
        && 2 * tally.TopActs <= tally.Acts
        && (tally.Active <= tally.People - Threshold.Few || tally.Acts >= tally.People);
}
