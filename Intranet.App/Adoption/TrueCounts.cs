using Intranet.Domain.Adoption;

namespace Intranet.App.Adoption;

/// <summary>Adds doings up into the true counts of a table. They leave this feature only through <see cref="Suppression"/>.</summary>
internal static class TrueCounts
{
    /// <returns>Tallies[group, period].</returns>
    public static Tally[,] ByTeam(Groups groups, IReadOnlyList<Period> periods, List<Eligible> people, Doings doings)
    {
        var tallies = new Tally[groups.Rows.Count, periods.Count];
        var careers = Career.All(people);
        for (var period = 0; period < periods.Count; period++)
            foreach (var career in careers)
            {
                var team = career.Team(periods[period]);
                if (doings.Rows.TryGetValue((period, career.Person), out var doing))
                    Count(tallies, groups, period, groups[team ?? doing.Team], doing);
                else if (team is { } silent)
                    Count(tallies, groups, period, groups[silent], default);
            }
        // Who acted counts as eligible then, whatever has become of them since.
        var known = careers.Select(c => c.Person).ToHashSet();
        foreach (var ((period, person), doing) in doings.Rows)
            if (!known.Contains(person))
                Count(tallies, groups, period, groups[doing.Team], doing);
        return tallies;
    }

    public static Counted BySpace(
        Groups groups,
        Counted whole,
        Dictionary<Guid, Doings> doings,
        IReadOnlyDictionary<Guid, List<Eligible>> members
    )
    {
        var tallies = new Tally[groups.Rows.Count, whole.Periods.Count];
        for (var period = 0; period < whole.Periods.Count; period++)
            tallies[0, period] = whole.Tallies[0, period];
        foreach (var (space, row) in groups.Places)
        {
            var done = doings.GetValueOrDefault(space);
            foreach (var ((period, _), doing) in done?.Rows ?? new Dictionary<(int, Guid), Doing>())
                tallies[row, period] = Plus(tallies[row, period], doing);
            foreach (var member in Career.All(members.GetValueOrDefault(space) ?? []))
                for (var period = 0; period < whole.Periods.Count; period++)
                    if (member.Team(whole.Periods[period]) is not null && done?.Rows.ContainsKey((period, member.Person)) != true)
                        tallies[row, period] = Plus(tallies[row, period], default);
        }
        return whole with { Cut = Cut.Spaces, Groups = groups.Rows, Tallies = tallies };
    }

    private static void Count(Tally[,] tallies, Groups groups, int period, int row, Doing doing)
    {
        foreach (var above in groups.AndAbove(row))
            tallies[above, period] = Plus(tallies[above, period], doing);
    }

    private static Tally Plus(Tally sum, Doing doing) =>
        new(
            sum.People + 1,
            sum.Active + (doing.Acts > 0 ? 1 : 0),
            sum.Contributors + (doing.Contributions > 0 ? 1 : 0),
            sum.Acts + doing.Acts,
            Math.Max(sum.TopActs, doing.Acts)
        );
}
