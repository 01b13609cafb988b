using System.Runtime.InteropServices;
using Intranet.App.Data;
using Intranet.Domain.Adoption;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>What one person did in one period: the rows figures are added up from. They stay inside this feature.</summary>
internal record struct Doing(Guid Team, int TeamActs, int Acts, int Contributions);

/// <summary>Everybody's doings by period.</summary>
internal sealed class Doings
{
    private readonly Dictionary<(int Period, Guid Person), Doing> _rows = [];

    public IReadOnlyDictionary<(int Period, Guid Person), Doing> Rows => _rows;

    /// <summary>By team, from the week counters when periods are weeks and from the day counters otherwise.</summary>
    public static async Task<Doings> Of(IntranetDb db, int source, IReadOnlyList<Period> periods)
    {
        var doings = new Doings();
        var (first, last) = (periods[0].First.DayNumber, periods[^1].Last.DayNumber);
        var rows = periods[0].Grain is Grain.Week or Grain.Whole
            ? db
                .PersonWeeks.Where(x => x.SourceId == source && x.Week >= first && x.Week <= last)
                .Select(x => new Row(x.Week, x.PersonId, x.TeamId, x.Acts, x.Reacted + x.Answered + x.Authored))
            : db
                .PersonDays.Where(x => x.SourceId == source && x.Day >= first && x.Day <= last)
                .Select(x => new Row(x.Day, x.PersonId, x.TeamId, x.Acts, x.Reacted + x.Answered + x.Authored));
        var place = new Places(periods);
        await foreach (var row in rows.AsAsyncEnumerable())
            doings.Add(place.Of(row.Day), row.Person, row.Team, row.Acts, row.Contributions);
        return doings;
    }

    /// <summary>In one table of rows by space: the same person may stand in several spaces.</summary>
    public static async Task<Dictionary<Guid, Doings>> BySpace(
        IntranetDb db,
        int source,
        IReadOnlyList<Period> periods,
        ICollection<Guid> spaces
    )
    {
        var found = new Dictionary<Guid, Doings>();
        var (first, last) = (periods[0].First.DayNumber, periods[^1].Last.DayNumber);
        var place = new Places(periods);
        await foreach (
            var row in db.SpacePersonDays.Where(x => x.SourceId == source && x.Day >= first && x.Day <= last).AsAsyncEnumerable()
        )
            if (spaces.Contains(row.SpaceId))
                (CollectionsMarshal.GetValueRefOrAddDefault(found, row.SpaceId, out _) ??= new Doings()).Add(
                    place.Of(row.Day),
                    row.PersonId,
                    Guid.Empty,
                    row.Acts,
                    row.Contributions
                );
        return found;
    }

    /// <summary>Of people without teams, who contributed once on each of these days.</summary>
    public static Doings Of(IReadOnlyList<Period> periods, IEnumerable<(int Day, Guid Person)> contributions)
    {
        var (doings, place) = (new Doings(), new Places(periods));
        foreach (var (day, person) in contributions)
            doings.Add(place.Of(day), person, Guid.Empty, 1, 1);
        return doings;
    }

    private void Add(int period, Guid person, Guid team, int acts, int contributions)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, (period, person), out var known);
        // Who changed teams within a period counts once, in the team of most of their acts.
        if (!known || acts > row.TeamActs)
            (row.Team, row.TeamActs) = (team, acts);
        row.Acts += acts;
        row.Contributions += contributions;
    }

    private readonly record struct Row(int Day, Guid Person, Guid Team, int Acts, int Contributions);

    /// <summary>Finds the period a day falls in.</summary>
    private sealed class Places
    {
        private readonly int[] _byDay;
        private readonly int _first;

        public Places(IReadOnlyList<Period> periods)
        {
            _first = periods[0].First.DayNumber;
            _byDay = new int[periods[^1].Last.DayNumber - _first + 1];
            for (var i = 0; i < periods.Count; i++)
                _byDay.AsSpan(periods[i].First.DayNumber - _first, periods[i].Days).Fill(i);
        }

        public int Of(int day) => _byDay[day - _first];
    }
}
