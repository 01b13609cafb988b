using System.Collections.Concurrent;
using Intranet.App.Data;
using Intranet.Domain.Adoption;
using Microsoft.EntityFrameworkCore;
using Tally = Intranet.Domain.Adoption.Tally;

namespace Intranet.App.Adoption;

/// <summary>The true counts of each source's weeks by team, kept week by week: what is done today has only this week counted anew.</summary>
/// <remarks>They stay here and leave only through <see cref="Suppression"/>, like all true counts.</remarks>
internal sealed class KeptWeeks
{
    private readonly ConcurrentDictionary<int, Counts> _sources = new();

    public async Task<Counted> Count(IntranetDb db, int source, Staff staff, IReadOnlyList<Period> weeks)
    {
        // Read before the counters: should they move on in between, the week is told apart the next time and counted again.
        var days = await db.SourceDays.Where(d => d.SourceId == source).ToDictionaryAsync(d => d.Day, d => (long)d.Acts);
        long[] acts = [.. weeks.Select(w => Enumerable.Range(w.First.DayNumber, w.Days).Sum(d => days.GetValueOrDefault(d)))];
        var kept = _sources.GetValueOrDefault(source) is { } old && old.Print == staff.Print ? old.Weeks : [];
        var stale = Enumerable.Range(0, weeks.Count).Where(w => !kept.TryGetValue(weeks[w], out var k) || k.Acts != acts[w]).ToList();
        if (stale.Count > 0)
        {
            kept = new(kept);
            Period[] range = [.. weeks.Skip(stale[0]).Take(stale[^1] - stale[0] + 1)];
            await CountAnew(db, source, staff, range, acts.AsMemory(stale[0]), kept);
            _sources[source] = new Counts(staff.Print, kept);
        }
        var tallies = new Tally[staff.Teams.Rows.Count, weeks.Count];
        for (var week = 0; week < weeks.Count; week++)
        for (var group = 0; group < staff.Teams.Rows.Count; group++)
            tallies[group, week] = kept[weeks[week]].Tallies[group];
        var reading = source == Source.Here || weeks.Any(w => kept[w].Reading);
        return new Counted(Cut.Teams, reading, staff.Teams.Rows, weeks, [.. acts.Select(a => a == 0)], tallies);
    }

    private static async Task CountAnew(
        IntranetDb db,
        int source,
        Staff staff,
        Period[] weeks,
        ReadOnlyMemory<long> acts,
        Dictionary<Period, Week> into
    )
    {
        var doings = await Doings.Of(db, source, weeks);
        var tallies = TrueCounts.ByTeam(staff.Teams, weeks, staff.People, doings);
        var reading = doings.Rows.Where(r => r.Value.Acts > r.Value.Contributions).Select(r => r.Key.Period).ToHashSet();
        for (var week = 0; week < weeks.Length; week++)
            into[weeks[week]] = new Week(
                acts.Span[week],
                reading.Contains(week),
                [.. Enumerable.Range(0, staff.Teams.Rows.Count).Select(group => tallies[group, week])]
            );
    }

    private sealed record Counts(int Print, Dictionary<Period, Week> Weeks);

    /// <param name="Acts">What the source had recorded of the week when it was counted; it only ever grows.</param>
    /// <param name="Reading">Whether anybody did something else than contribute.</param>
    private sealed record Week(long Acts, bool Reading, Tally[] Tallies);
}
