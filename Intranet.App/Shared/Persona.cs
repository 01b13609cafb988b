using System.Security.Claims;
using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Shared;

/// <summary>Looks up who somebody is at this moment.</summary>
public sealed class Persona(Store store, Sessions sessions)
{
    /// <summary>The signed-in person, or null when nobody is signed in, the session was ended, or the person may no longer come in.</summary>
    public async Task<Me?> Of(ClaimsPrincipal user) => Sessions.Person(user) is { } id && await sessions.Holds(user) ? await Of(id) : null;

    public Task<Me?> Of(Guid id) =>
        store.Read(
            new Viewer(id),
            async db =>
            {
                var person = await db.People.SingleOrDefaultAsync(p => p.Id == id && p.DeactivatedAt == null);
                if (person is null)
                    return null;
                var leads = await db.Teams.AnyAsync(t => t.ManagerId == id);
                var zone = person.TimeZone ?? await db.ValueOf(Setting.TimeZone);
                return new Me(
                    person.Id,
                    person.Name,
                    person.Email,
                    person.Kind,
                    person.Duties,
                    person.TeamId,
                    leads,
                    Zone(zone),
                    person.Language,
                    person.AvatarKey
                );
            }
        );

    private static TimeZoneInfo Zone(string? name) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
