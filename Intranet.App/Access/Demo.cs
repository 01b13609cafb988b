using Intranet.App.Data;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Access;

/// <summary>In a demo, and only there, one comes in as one of its cast by one click.</summary>
public sealed class Demo(Store store)
{
    public Task<bool> Here() => store.Read(Viewer.Nobody, db => db.Settings.AnyAsync(s => s.Name == Setting.Demo));

    /// <summary>One person for each role; nobody where this is no demo.</summary>
    public Task<List<CastMember>> Cast() =>
        store.Read(
            Viewer.Nobody,
            async db =>
            {
                if (!await db.Settings.AnyAsync(s => s.Name == Setting.Demo))
                    return [];
                // The demo's people are invented, and nobody is signed in yet who could see them.
                var people = db.People.IgnoreQueryFilters([Sight.Name]).Where(p => p.DeactivatedAt == null && !p.Placeholder);
                var staff = people.Where(p => p.Kind == PersonKind.Employee);
                var plain = staff.Where(p => p.Duties == Duties.None);
                var teams = db.Teams.IgnoreQueryFilters([Sight.Name]);
                var closed = db.Spaces.IgnoreQueryFilters([Sight.Name]).Where(s => s.Openness == Openness.Closed);
                var cast = new List<CastMember>();
                await Add("Employee", plain.Where(p => !teams.Any(t => t.ManagerId == p.Id) && p.ManagerId != null));
                await Add("Manager", plain.Where(p => teams.Any(t => t.ManagerId == p.Id && t.ParentId != null)));
                await Add("Manager", plain.Where(p => teams.Any(t => t.ManagerId == p.Id)));
                await Add("Analyst", staff.Where(p => p.Duties == Duties.Analyst));
                await Add("Administrator", staff.Where(p => p.Duties.HasFlag(Duties.Admin)));
                await Add(
                    "Owner of a closed space",
                    plain.Where(p =>
                        db.Seats.Any(s => s.PersonId == p.Id && s.Role == SpaceRole.Owner && closed.Any(x => x.Id == s.SpaceId))
                    )
                );
                await Add("Guest", people.Where(p => p.Kind == PersonKind.Guest && db.Seats.Any(s => s.PersonId == p.Id)));
                return cast;

                async Task Add(string role, IQueryable<Person> who)
                {
                    var taken = cast.ConvertAll(c => c.Id);
                    if (cast.Any(c => c.Role == role))
                        return;
                    var member = await who.Where(p => !taken.Contains(p.Id) && db.Users.Any(a => a.Id == p.Id))
                        .OrderBy(p => p.Id)
                        .Select(p => new CastMember(
                            p.Id,
                            p.Name,
                            p.Title,
                            teams.Where(t => t.Id == p.TeamId).Select(t => t.Name).FirstOrDefault(),
                            p.AvatarKey,
                            role
                        ))
                        .FirstOrDefaultAsync();
                    if (member is not null)
                        cast.Add(member);
                }
            }
        );
}

/// <summary>One of the people a visitor of the demo can be.</summary>
public sealed record CastMember(Guid Id, string Name, string? Title, string? Team, string? AvatarKey, string Role)
{
    public string Words => string.Join(", ", new[] { Title, Team }.Where(w => !string.IsNullOrEmpty(w)));
}
