namespace Intranet.Domain.Adoption;

/// <summary>Refuses a table whose counts contradict each other: suppression proves nothing about impossible numbers.</summary>
internal static class Sound
{
    public static void Check(Counted table)
    {
        var groups = table.Groups;
        if (groups.Count == 0 || groups[0].Parent != -1)
            throw new ArgumentException("The first group is the whole organisation, without a parent.", nameof(table));
        for (var i = 1; i < groups.Count; i++)
            if (groups[i].Parent < 0 || groups[i].Parent >= i || (table.Cut == Cut.Spaces && groups[i].Parent != 0))
                throw new ArgumentException(
                    $"Group {i} must follow its parent; spaces have the whole organisation as parent.",
                    nameof(table)
                );
        if (
            table.Tallies.GetLength(0) != groups.Count
            || table.Tallies.GetLength(1) != table.Periods.Count
            || table.NoData.Count != table.Periods.Count
        )
            throw new ArgumentException("A table has one tally for each group and period.", nameof(table));
        var left = new Tally[groups.Count];
        for (var period = 0; period < table.Periods.Count; period++)
        {
            for (var i = 0; i < groups.Count; i++)
                left[i] = One(table, i, period);
            for (var i = groups.Count - 1; i > 0; i--)
                left[groups[i].Parent] = Less(table, left[groups[i].Parent], i, period);
        }
    }

    private static Tally One(Counted table, int group, int period)
    {
        var t = table.Tallies[group, period];
        var sound =
            t.Contributors >= 0
            && t.Contributors <= t.Active
            && t.Active <= t.People
            && t.Acts >= t.Active
            && t.TopActs <= t.Acts
            && (t.Active > 0) == (t.TopActs > 0)
            && t.Acts <= t.TopActs * t.Active
            && (table.ReadingRecorded || t.Contributors == t.Active)
            && (!table.NoData[period] || t.Acts == 0);
        return sound ? t : throw Contradiction(table, group, period, "within itself");
    }

    private static Tally Less(Counted table, Tally parent, int group, int period)
    {
        var child = table.Tallies[group, period];
        if (table.Cut == Cut.Spaces)
        {
            var whole = table.Tallies[0, period];
            var inside = child.Active <= whole.Active && child.Contributors <= whole.Contributors && child.Acts <= parent.Acts;
            return inside
                ? parent with
                {
                    Acts = parent.Acts - child.Acts,
                }
                : throw Contradiction(table, group, period, "beside the organisation");
        }
        var rest = new Tally(
            parent.People - child.People,
            parent.Active - child.Active,
            parent.Contributors - child.Contributors,
            parent.Acts - child.Acts,
            parent.TopActs
        );
        var sound =
            rest.People >= 0
            && rest.Contributors >= 0
            && rest.Active >= rest.Contributors
            && rest.Active <= rest.People
            && rest.Acts >= rest.Active
            && child.TopActs <= table.Tallies[table.Groups[group].Parent, period].TopActs;
        return sound ? rest : throw Contradiction(table, group, period, "beside its parent: each person counts in one team a period");
    }

    private static ArgumentException Contradiction(Counted table, int group, int period, string where) =>
        new(
            $"The counts of {table.Groups[group].Name ?? "the organisation"} in {table.Periods[period].Key} contradict each other {where}."
        );
}
