using Intranet.App.Data;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Search;

/// <summary>People and spaces by what they are called, as far as the viewer may know of them. Who is called so comes before whom it is said of.</summary>
internal static class Names
{
    public static IQueryable<Person> Known(IntranetDb db, IReadOnlyList<string> words)
    {
        var named = Matches.Names(db, words);
        return db.People.Where(p => p.DeactivatedAt == null && !p.Placeholder && named.Contains(p.Id));
    }

    public static IQueryable<Doorway> Doors(IntranetDb db, IReadOnlyList<string> words, bool archived)
    {
        var named = Matches.Names(db, words);
        return db.Doorways.Where(s => named.Contains(s.Id) && (archived || s.ArchivedAt == null));
    }

    public static async Task<IReadOnlyList<Hit>> People(IntranetDb db, IReadOnlyList<string> words, int most)
    {
        var called = Matches.Names(db, words, called: true);
        var people = await Known(db, words)
            .OrderBy(p => !called.Contains(p.Id))
            .ThenBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Take(most)
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.Title,
                Team = db.Teams.Where(t => t.Id == p.TeamId).Select(t => t.Name).FirstOrDefault(),
                p.AvatarKey,
            })
            .ToListAsync();
        return
        [
            .. people.Select(p => new Hit(HitKind.Person, p.Id, p.Name, Joined(p.Title, p.Team), $"/people/{p.Id}")
            {
                AvatarKey = p.AvatarKey,
            }),
        ];
    }

    public static async Task<IReadOnlyList<Hit>> Spaces(IntranetDb db, IReadOnlyList<string> words, int most, bool archived)
    {
        var called = Matches.Names(db, words, called: true);
        var spaces = await Doors(db, words, archived)
            .OrderBy(s => s.ArchivedAt != null)
            .ThenBy(s => !called.Contains(s.Id))
            .ThenBy(s => s.Name)
            .ThenBy(s => s.Id)
            .Take(most)
            .ToListAsync();
        return
        [
            .. spaces.Select(s => new Hit(
                HitKind.Space,
                s.Id,
                s.Name,
                Joined(s.ArchivedAt is null ? null : "Archived", s.Description),
                $"/spaces/{s.Id}"
            )
            {
                Openness = s.Openness,
            }),
        ];
    }

    private static string Joined(params string?[] words) => string.Join(", ", words.Where(w => !string.IsNullOrEmpty(w)));
}
