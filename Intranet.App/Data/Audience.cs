using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>Which of the people at a screen may see a space at this moment: the rule of sight, asked once for many viewers.</summary>
public sealed class Audience
{
    private readonly HashSet<Guid> _seated;
    private readonly HashSet<Guid> _looking;

    private Audience(HashSet<Guid> seated, HashSet<Guid> looking) => (_seated, _looking) = (seated, looking);

    /// <summary>Whether the person has a valid place in the space.</summary>
    public bool Seats(Guid person) => _seated.Contains(person);

    /// <summary>Whether the person may see what is in the space.</summary>
    public bool Sees(Guid person) => _seated.Contains(person) || _looking.Contains(person);

    /// <summary>Somebody among the viewers who may see the space; what is read for all of them is read through these eyes.</summary>
    public Viewer? Eyes => _seated.Concat(_looking).Select(id => (Viewer?)new Viewer(id)).FirstOrDefault();

    public static async Task<Audience> Of(IntranetDb db, Guid spaceId, IReadOnlyCollection<Guid> viewers)
    {
        var seated = await db
            .Seats.Where(s => s.SpaceId == spaceId && (s.EndsAt == null || s.EndsAt > db.Now) && viewers.Contains(s.PersonId))
            .Select(s => s.PersonId)
            .ToListAsync();
        // The question is asked for many people at once, so it is nobody's sight that decides whether the room is open.
        var open = await db.Spaces.IgnoreQueryFilters([Sight.Name]).AnyAsync(s => s.Id == spaceId && s.Openness == Openness.Open);
        if (!open)
            return new Audience([.. seated], []);
        var looking = await db.Insiders.Where(i => viewers.Contains(i.Id)).Select(i => i.Id).ToListAsync();
        return new Audience([.. seated], [.. looking]);
    }
}
