using Intranet.App.Data;
using Intranet.Domain.Adoption;
using Microsoft.EntityFrameworkCore;
using Tally = Intranet.Domain.Adoption.Tally;

namespace Intranet.App.Adoption;

/// <summary>The true counts of each source's weeks by team, kept week by week: what is done today has only this week counted anew.</summary>
/// <remarks>They stay here and leave only through <see cref="Suppression"/>, like all true counts.</remarks>
internal static class KeptWeeks
{
    private static readonly string[] Columns = ["SourceId", "Week", "Acts", "Print", "Reading", "Packed"];

    /// <returns>The table, and the weeks that had to be counted anew and are worth keeping.</returns>
    public static async Task<(Counted Table, List<CountedWeek> Anew)> Count(
        IntranetDb db,
        Staff staff,
        int source,
        IReadOnlyList<Period> weeks
    )
    {
        var days = await db.SourceDays.Where(d => d.SourceId == source).ToDictionaryAsync(d => d.Day, d => (long)d.Acts);
        long[] acts = [.. weeks.Select(w => Enumerable.Range(w.First.DayNumber, w.Days).Sum(d => days.GetValueOrDefault(d)))];
        var prints = staff.Prints(weeks);
        var kept = await db.CountedWeeks.Where(w => w.SourceId == source).ToDictionaryAsync(w => w.Week);
        var counted = new CountedWeek?[weeks.Count];
        for (var week = 0; week < weeks.Count; week++)
            if (kept.TryGetValue(weeks[week].First.DayNumber, out var k) && k.Acts == acts[week] && k.Print == prints[week])
                counted[week] = k;
        var anew = new List<CountedWeek>();
        foreach (var run in Missing(counted))
            anew.AddRange(await CountAnew(db, source, staff, [.. weeks.Take(run)], acts.AsMemory(run), prints.AsMemory(run)));
        foreach (var week in anew)
            counted[(week.Week - weeks[0].First.DayNumber) / 7] = week;
        // The running week is counted again with the next act: keeping it would have every look at the figures write.
        anew.RemoveAll(w => w.Week == weeks[^1].First.DayNumber);
        return (Table(source, staff.Teams, weeks, counted!), anew);
    }

    public static Task Keep(IntranetDb db, IEnumerable<CountedWeek> weeks) =>
        db.Insert(
            "CountedWeeks",
            Columns,
            "ON CONFLICT (\"SourceId\", \"Week\") DO UPDATE SET "
                + string.Join(", ", Columns.Skip(2).Select(c => $"\"{c}\" = excluded.\"{c}\"")),
            weeks.Select(w => new object?[] { w.SourceId, w.Week, w.Acts, w.Print, w.Reading, w.Packed })
        );

    /// <summary>Runs of weeks beside each other: each is read in one go.</summary>
    private static IEnumerable<Range> Missing(CountedWeek?[] counted)
    {
        for (var start = 0; start < counted.Length; start++)
        {
            var end = start;
            while (end < counted.Length && counted[end] is null)
                end++;
            if (end > start)
                yield return start..end;
            start = end;
        }
    }

    private static async Task<IEnumerable<CountedWeek>> CountAnew(
        IntranetDb db,
        int source,
        Staff staff,
        Period[] weeks,
        ReadOnlyMemory<long> acts,
        ReadOnlyMemory<long> prints
    )
    {
        var doings = await Doings.Of(db, source, weeks);
        var tallies = TrueCounts.ByTeam(staff.Teams, weeks, staff.People, doings);
        var reading = doings.Rows.Where(r => r.Value.Acts > r.Value.Contributions).Select(r => r.Key.Period).ToHashSet();
        var groups = Enumerable.Range(0, staff.Teams.Rows.Count);
        return weeks.Select(
            (week, at) =>
                new CountedWeek(
                    source,
                    week.First.DayNumber,
                    acts.Span[at],
                    prints.Span[at],
                    reading.Contains(at),
                    groups.Select(group => tallies[group, at])
                )
        );
    }

    private static Counted Table(int source, Groups teams, IReadOnlyList<Period> weeks, CountedWeek[] counted)
    {
        var tallies = new Tally[teams.Rows.Count, weeks.Count];
        for (var week = 0; week < weeks.Count; week++)
        {
            var column = counted[week].Tallies();
            for (var group = 0; group < column.Length; group++)
                tallies[group, week] = column[group];
        }
        var reading = source == Source.Here || counted.Any(w => w.Reading);
        return new Counted(Cut.Teams, reading, teams.Rows, weeks, [.. counted.Select(w => w.Acts == 0)], tallies);
    }
}
