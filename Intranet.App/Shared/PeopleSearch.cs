using Intranet.App.Data;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Shared;

/// <summary>Finds people by a part of their name or address, for pickers. The rule of sight decides whom one can find.</summary>
public sealed class PeopleSearch(Store store)
{
    public const int Most = 8;
    public const int TextLimit = 100;

    public Task<List<PersonChoice>> Find(Viewer viewer, string text, IReadOnlyCollection<Guid> except) =>
        store.Read(
            viewer,
            async db =>
            {
                var sought = text.Trim().ToLowerInvariant();
                if (sought.Length is 0 or > TextLimit)
                    return [];
                return await (
                    from p in db.People
                    join b in db.Bylines on p.Id equals b.Id
                    where p.DeactivatedAt == null && !p.Placeholder && p.Kind == PersonKind.Employee && !except.Contains(p.Id)
                    where p.Name.ToLower().Contains(sought) || p.Email.StartsWith(sought)
                    orderby p.Name.ToLower().StartsWith(sought) descending, p.Name
                    select new PersonChoice(p.Id, p.Name, p.Title, b.Team, p.AvatarKey)
                )
                    .Take(Most)
                    .ToListAsync();
            }
        );
}

/// <summary>Somebody who can be picked.</summary>
public sealed record PersonChoice(Guid Id, string Name, string? Title = null, string? Team = null, string? AvatarKey = null)
{
    public string Words => string.Join(", ", new[] { Title, Team }.OfType<string>());
}
