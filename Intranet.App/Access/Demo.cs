using Intranet.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Access;

/// <summary>In a demo, and only there, one comes in as one of its cast by one click.</summary>
public sealed class Demo(Store store, Settings settings)
{
    public async Task<bool> Here() => await settings.Read(Setting.Demo) is not null;

    /// <summary>Those whom the demo offers, in its order; nobody where this is no demo.</summary>
    public async Task<List<CastMember>> Cast()
    {
        // The sign-in page asks this, often as the first page after a start.
        if (await settings.Read(Setting.Demo) is not { } note)
            return [];
        return await store.Read(
            Viewer.Nobody,
            async db =>
            {
                var roles = DemoNote.Read(note).Cast;
                Guid[] ids = [.. roles.Select(r => r.PersonId)];
                // The demo's people are invented, and nobody is signed in yet who could see them.
                var teams = db.Teams.IgnoreQueryFilters([Sight.Name]);
                var people = await db
                    .People.IgnoreQueryFilters([Sight.Name])
                    .Where(p => ids.Contains(p.Id) && p.DeactivatedAt == null && db.Users.Any(a => a.Id == p.Id))
                    .Select(p => new CastMember(
                        p.Id,
                        p.Name,
                        p.Title,
                        teams.Where(t => t.Id == p.TeamId).Select(t => t.Name).FirstOrDefault(),
                        p.AvatarKey,
                        ""
                    ))
                    .ToDictionaryAsync(p => p.Id);
                return roles.Where(r => people.ContainsKey(r.PersonId)).Select(r => people[r.PersonId] with { Role = r.Role }).ToList();
            }
        );
    }
}

/// <summary>One of the people a visitor of the demo can be.</summary>
public sealed record CastMember(Guid Id, string Name, string? Title, string? Team, string? AvatarKey, string Role)
{
    public string Words => string.Join(", ", new[] { Title, Team }.Where(w => !string.IsNullOrEmpty(w)));
}
