using Intranet.App.Data;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>The tables of one source over its whole span; longer grains rest on the published weeks and days.</summary>
/// <param name="community">The source itself, where it is a community taken over; else its counters are read.</param>
internal sealed class Tables(IntranetDb db, Calendar calendar, int source, DateOnly first, DateOnly last, TakenOver? community = null)
{
    private List<Eligible>? _people;
    private HashSet<int>? _days;
    private bool? _reading;

    public async Task<Published> Published(Cut cut, Grain grain, DateOnly from, DateOnly to, Threshold threshold)
    {
        // Weeks always start with the source's first, so that every report joins the same weeks.
        var weeks = Suppression.Publish(await Table(cut, Periods.Over(first, last, Grain.Week)), threshold);
        if (grain == Grain.Week)
            return weeks;
        var wholeWeeks = Periods.Snap(first, last, Grain.Week);
        var days = Suppression.Publish(await Table(cut, Periods.Over(wholeWeeks.From, wholeWeeks.To, Grain.Day)), threshold, weeks);
        return grain == Grain.Day ? days : Suppression.Publish(await Table(cut, Periods.Over(from, to, grain)), threshold, weeks, days);
    }

    private async Task<Counted> Table(Cut cut, IReadOnlyList<Period> periods)
    {
        _people ??= community?.People ?? await Eligible.All(db, calendar);
        _days ??= community?.Days ?? await db.SourceDays.Where(d => d.SourceId == source).Select(d => d.Day).ToHashSetAsync();
        _reading ??=
            source == Source.Here
            || (
                community is null
                && await db.PersonWeeks.AnyAsync(x => x.SourceId == source && x.Acts > x.Reacted + x.Answered + x.Authored)
            );
        bool[] noData = [.. periods.Select(p => !Enumerable.Range(p.First.DayNumber, p.Days).Any(_days.Contains))];
        var doings = community?.Doings(periods) ?? await Doings.Of(db, source, periods);
        var groups = community is null ? await Groups.Teams(db) : Groups.Spaces([]);
        var tallies = TrueCounts.ByTeam(groups, periods, _people, doings);
        var teams = new Counted(Cut.Teams, _reading.Value, groups.Rows, periods, noData, tallies);
        return cut == Cut.Teams ? teams : await Spaces(teams);
    }

    private async Task<Counted> Spaces(Counted whole)
    {
        // Only rooms that every employee can read are told by name; what goes on in the others is their members' business.
        var only = community?.Name;
        var open = await db
            .Spaces.IgnoreQueryFilters([Sight.Name])
            .Where(s => s.Openness == Openness.Open && (only == null || s.Source == only))
            .OrderBy(s => s.Name)
            .Select(s => new { s.Id, s.Name })
            .ToListAsync();
        var ids = open.Select(s => s.Id).ToHashSet();
        var seats = await db
            .Memberships.IgnoreQueryFilters([Sight.Name])
            .Where(m => ids.Contains(m.SpaceId))
            .Select(m => new
            {
                m.SpaceId,
                m.PersonId,
                m.JoinedAt,
                LeftAt = (DateTimeOffset?)null,
            })
            .ToListAsync();
        var former = await db
            .FormerSeats.Where(m => ids.Contains(m.SpaceId))
            .Select(m => new
            {
                m.SpaceId,
                m.PersonId,
                m.JoinedAt,
                LeftAt = (DateTimeOffset?)m.LeftAt,
            })
            .ToListAsync();
        var eligible = _people!.ToLookup(p => p.Id);
        var members = former
            .Concat(seats)
            .GroupBy(s => s.SpaceId)
            .ToDictionary(
                s => s.Key,
                s =>
                    s.SelectMany(m =>
                            eligible[m.PersonId]
                                .Select(e => e.Within(calendar.Day(m.JoinedAt), m.LeftAt is { } left ? calendar.Day(left) : null))
                        )
                        .ToList()
            );
        var doings = community?.BySpace(whole.Periods) ?? await Doings.BySpace(db, source, whole.Periods, [.. open.Select(s => s.Id)]);
        return TrueCounts.BySpace(Groups.Spaces(open.Select(s => (s.Id, s.Name))), whole, doings, members);
    }
}
