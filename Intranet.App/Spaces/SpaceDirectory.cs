using Intranet.App.Data;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Spaces;

/// <summary>The list of spaces one may know of.</summary>
public sealed class SpaceDirectory(Store store)
{
    public const int PageSize = 20;

    /// <summary>One page by name. One more than a page says that there are more.</summary>
    public Task<List<SpaceLine>> Page(Viewer viewer, SpaceFilter filter, SpaceLine? after = null) =>
        store.Read(
            viewer,
            db =>
            {
                var doors = Matching(db, filter);
                if (after is not null)
                    doors = doors.Where(d => string.Compare(d.Name, after.Name) > 0 || (d.Name == after.Name && d.Id > after.Id));
                return doors
                    .OrderBy(d => d.Name)
                    .ThenBy(d => d.Id)
                    .Take(PageSize + 1)
                    .Select(d => new SpaceLine
                    {
                        Id = d.Id,
                        Name = d.Name,
                        Description = d.Description,
                        Purpose = d.Purpose,
                        Openness = d.Openness,
                        Archived = d.ArchivedAt != null,
                        Role = db
                            .Seats.Where(s => s.SpaceId == d.Id && s.PersonId == db.ViewerId && (s.EndsAt == null || s.EndsAt > db.Now))
                            .Select(s => (SpaceRole?)s.Role)
                            .FirstOrDefault(),
                        Asked = db.AccessRequests.Any(r => r.SpaceId == d.Id && r.PersonId == db.ViewerId && r.DecidedAt == null),
                        Invited = db.Knocks.Any(k => k.SpaceId == d.Id && k.PersonId == db.ViewerId && k.InvitedUntil > db.Now),
                        // Counts are content: only who sees the inside is told how many there are and when they last spoke.
                        Members = db.Spaces.Any(s => s.Id == d.Id)
                            ? db.Seats.Count(s => s.SpaceId == d.Id && (s.EndsAt == null || s.EndsAt > db.Now))
                            : null,
                        LastPostAt = db.Posts.Where(p => p.SpaceId == d.Id && p.RemovedAt == null).Max(p => (DateTimeOffset?)p.At),
                    })
                    .ToListAsync();
            }
        );

    /// <summary>How many spaces one can see, and how many of them one is in.</summary>
    public Task<(int Seen, int Mine)> Count(Viewer viewer) =>
        store.Read(
            viewer,
            async db =>
                (
                    await Matching(db, new SpaceFilter()).CountAsync(),
                    await Matching(db, new SpaceFilter(Mine: true)).CountAsync(d => d.ArchivedAt == null)
                )
        );

    private static IQueryable<Doorway> Matching(IntranetDb db, SpaceFilter filter)
    {
        var doors = filter.Mine
            ? db.Doorways.Where(d =>
                db.Seats.Any(s => s.SpaceId == d.Id && s.PersonId == db.ViewerId && (s.EndsAt == null || s.EndsAt > db.Now))
            )
            : db.Doorways.Where(d => d.ArchivedAt == null);
        if (filter.Purpose is { } purpose)
            doors = doors.Where(d => d.Purpose == purpose);
        if (filter.Text?.Trim().ToLowerInvariant() is { Length: > 0 } sought)
            doors = doors.Where(d => d.Name.ToLower().Contains(sought) || d.Description!.ToLower().Contains(sought));
        return doors;
    }
}

/// <summary>Which spaces to list. Archived ones stand among one's own only.</summary>
public sealed record SpaceFilter(string? Text = null, SpacePurpose? Purpose = null, bool Mine = false);

/// <summary>A space as the directory shows it.</summary>
public sealed record SpaceLine
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }
    public SpacePurpose Purpose { get; init; }
    public Openness Openness { get; init; }
    public bool Archived { get; init; }
    public SpaceRole? Role { get; init; }
    public bool Asked { get; init; }
    public bool Invited { get; init; }
    public int? Members { get; init; }
    public DateTimeOffset? LastPostAt { get; init; }

    public Standing Standing =>
        Role switch
        {
            SpaceRole.Owner => Standing.Owner,
            SpaceRole.Moderator => Standing.Moderator,
            SpaceRole.Member => Standing.Member,
            SpaceRole.Guest => Standing.Guest,
            null when Invited => Standing.Invited,
            null when Asked => Standing.Requester,
            null => Standing.Outsider,
        };

    public bool May(Step step) => Steps.Allowed(Standing, Approaches.Of(Openness, hasLink: true), step, Archived);
}
