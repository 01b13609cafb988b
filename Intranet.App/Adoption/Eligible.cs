using Intranet.App.Data;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>A stretch of time in which somebody could have acted in a team: the whole of which active people are a part.</summary>
internal readonly record struct Eligible(Guid Id, Guid Team, int? FirstDay, int? LastDay)
{
    public bool In(Period period) =>
        (FirstDay is not { } first || first <= period.Last.DayNumber) && (LastDay is not { } last || last >= period.First.DayNumber);

    /// <summary>The part of it that lies within some days.</summary>
    public Eligible Within(int first, int? last) =>
        this with
        {
            FirstDay = Math.Max(first, FirstDay ?? first),
            LastDay = last is null || LastDay < last ? LastDay : last,
        };

    /// <summary>Everybody's stretches, one person's after another, the oldest first.</summary>
    public static async Task<List<Eligible>> All(IntranetDb db, Calendar calendar)
    {
        // Counted over everybody: no single person's sight decides how many employees there are.
        var people = await db
            .People.IgnoreQueryFilters([Sight.Name])
            // A stand-in counts from the day it joined when what it wrote is the organisation's own history.
            .Where(p => p.Kind == PersonKind.Employee && (!p.Placeholder || p.Since != null))
            .Select(p => new
            {
                p.Id,
                p.TeamId,
                From = p.Since,
                Until = p.DeactivatedAt,
            })
            .ToListAsync();
        var before = await db
            .Placements.Select(p => new
            {
                Id = p.PersonId,
                p.TeamId,
                p.From,
                Until = (DateTimeOffset?)p.Until,
            })
            .ToListAsync();
        return
        [
            .. before
                .Concat(people)
                .OrderBy(p => p.Id)
                .ThenBy(p => p.Until ?? DateTimeOffset.MaxValue)
                .Select(p => new Eligible(
                    p.Id,
                    p.TeamId ?? Guid.Empty,
                    p.From is { } since ? calendar.Day(since) : null,
                    p.Until is { } until ? calendar.Day(until) : null
                )),
        ];
    }
}

/// <summary>One person's stretches, the oldest first.</summary>
internal sealed class Career(IGrouping<Guid, Eligible> stretches)
{
    private readonly Eligible[] _stretches = [.. stretches];

    public Guid Person { get; } = stretches.Key;

    /// <summary>The one team a person counts in: the first they had in the period. So a move counts from the next period on, and the figures of this one do not tell whether the one who moved had acted. Null for who could not have acted.</summary>
    public Guid? Team(Period period)
    {
        Guid? found = null;
        foreach (var stretch in _stretches)
            if (stretch.In(period) && found.GetValueOrDefault() == Guid.Empty)
                found = stretch.Team;
        return found;
    }

    public static List<Career> All(IEnumerable<Eligible> people) => [.. people.GroupBy(p => p.Id).Select(p => new Career(p))];
}
