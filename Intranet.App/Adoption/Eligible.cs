using Intranet.App.Data;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Adoption;

/// <summary>Somebody who could have acted: the whole of which active people are a part.</summary>
internal readonly record struct Eligible(Guid Id, Guid Team, int? FirstDay, int? LastDay)
{
    public bool In(Period period) =>
        (FirstDay is not { } first || first <= period.Last.DayNumber) && (LastDay is not { } last || last >= period.First.DayNumber);

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
                p.Since,
                p.DeactivatedAt,
            })
            .ToListAsync();
        return
        [
            .. people.Select(p => new Eligible(
                p.Id,
                p.TeamId ?? Guid.Empty,
                p.Since is { } since ? calendar.Day(since) : null,
                p.DeactivatedAt is { } until ? calendar.Day(until) : null
            )),
        ];
    }
}
