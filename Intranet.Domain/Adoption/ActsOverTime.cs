namespace Intranet.Domain.Adoption;

/// <summary>Keeps the organisation's acts of one span from being found by subtracting other spans.</summary>
internal static class ActsOverTime
{
    /// <summary>A week whose acts are withheld is joined with the weeks that follow until their sum is safe, and only the sum counts in longer rows.</summary>
    public static void JoinWeeks(Counted table, Published weekly)
    {
        var (start, sum) = (-1, default(Tally));
        for (var p = 0; p < table.Periods.Count; p++)
        {
            if (table.NoData[p] || (start < 0 && weekly.Rows[0, p].Acts is not null))
                continue;
            (start, sum) = (start < 0 ? p : start, Joined(sum, table.Tallies[0, p]));
            for (var group = 0; group < table.Groups.Count; group++)
                weekly.Rows[group, p] = weekly.Rows[group, p] with { Acts = null };
            if (!GivenActs.Safe(sum))
                continue;
            weekly.Runs.Add((table.Periods[start].First, table.Periods[p].Last, sum.Acts));
            (start, sum) = (-1, default);
        }
    }

    /// <summary>Withholds days until what a week leaves over after its given days is safe to know.</summary>
    public static void ProtectDays(Counted table, Threshold threshold, Published daily, Published weeks)
    {
        for (var start = 0; start < table.Periods.Count; )
        {
            var week = Period.Week(table.Periods[start].First);
            var end = start;
            while (end < table.Periods.Count && week.Contains(table.Periods[end].First))
                end++;
            var inside = Enumerable.Range(start, end - start).Where(p => !table.NoData[p]).ToList();
            if (end - start < 7 || weeks.Given(0, week) is null)
                inside.ForEach(Hide);
            while (!SafeRest(inside) && inside.Where(IsGiven).OrderBy(p => table.Tallies[0, p].Acts).ToList() is [var least, ..] given)
                Hide(given.FirstOrDefault(p => SafeRest(inside, p), least));
            start = end;
        }

        bool IsGiven(int p) => daily.Rows[0, p].Acts is not null;
        void Hide(int p) => daily.Rows[0, p] = daily.Rows[0, p] with { Acts = null };
        bool SafeRest(List<int> inside, int also = -1)
        {
            var rest = inside.Where(p => p == also || !IsGiven(p)).Select(p => table.Tallies[0, p]).ToList();
            var sum = rest.Aggregate(default(Tally), Joined);
            return rest.Count == 0 || (sum.People >= threshold.People && GivenActs.Safe(sum));
        }
    }

    /// <summary>Two spans of the same people: as many at least as in either, and nobody made more than the most of both.</summary>
    private static Tally Joined(Tally a, Tally b) =>
        new(Math.Max(a.People, b.People), Math.Max(a.Active, b.Active), 0, a.Acts + b.Acts, a.TopActs + b.TopActs);
}
