using Intranet.App.Data;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.People;

/// <summary>Finding people: the directory, one person's page, the lines of reporting. The rule of sight decides whom one finds.</summary>
public sealed class Colleagues(Store store)
{
    public const int PageSize = 40;
    private const int MostReports = 200;

    /// <summary>One page of the directory; ask for the next with the last one's name and id. One more than a page says that there are more.</summary>
    public Task<List<Colleague>> Page(Viewer viewer, DirectoryFilter filter, string? afterName = null, Guid? afterId = null) =>
        store.Read(
            viewer,
            db =>
            {
                var people = Matching(db, filter);
                if (afterName is not null)
                    people = people.Where(p => string.Compare(p.Name, afterName) > 0 || (p.Name == afterName && p.Id > afterId));
                return Lines(db, people.OrderBy(p => p.Name).ThenBy(p => p.Id).Take(PageSize + 1)).ToListAsync();
            }
        );

    public Task<int> Count(Viewer viewer, DirectoryFilter filter) => store.Read(viewer, db => Matching(db, filter).CountAsync());

    /// <summary>The places people are at, for the filter.</summary>
    public Task<List<string>> Locations(Viewer viewer) =>
        store.Read(
            viewer,
            db =>
                db.People.Where(p => p.DeactivatedAt == null && !p.Placeholder && p.Location != null)
                    .Select(p => p.Location!)
                    .Distinct()
                    .OrderBy(l => l)
                    .Take(200)
                    .ToListAsync()
        );

    /// <summary>A person's page, or null when there is none to see.</summary>
    public Task<Profile?> Profile(Viewer viewer, Guid id) =>
        store.Read(
            viewer,
            async db =>
            {
                var person = await db.People.SingleOrDefaultAsync(p => p.Id == id);
                if (person is null)
                    return null;
                var team = await db.Teams.Where(t => t.Id == person.TeamId).Select(t => t.Name).SingleOrDefaultAsync();
                var manager = await Lines(db, db.People.Where(p => p.Id == person.ManagerId)).SingleOrDefaultAsync();
                var leads = await db.Teams.Where(t => t.ManagerId == id).OrderBy(t => t.Name).Select(t => t.Name).Take(20).ToListAsync();
                var reports = await Reporting(db, db.People.Where(p => p.ManagerId == id)).CountAsync();
                var zone = await db.ValueOf(Setting.TimeZone);
                // Memberships stand under the rule of sight, so only rooms the viewer may look into are named.
                var spaces = await db
                    .Memberships.Where(m => m.PersonId == id && (m.EndsAt == null || m.EndsAt > db.Now) && m.Space.ArchivedAt == null)
                    .OrderBy(m => m.Space.Name)
                    .Select(m => new SpaceLink(m.SpaceId, m.Space.Name, m.Space.Openness, m.Space.Purpose))
                    .Take(60)
                    .ToListAsync();
                return new Profile(person, team, manager, leads, reports, person.TimeZone ?? zone ?? "UTC", spaces);
            }
        );

    /// <summary>The people without a manager at the head of the chart, or those who report to one person.</summary>
    public Task<List<ChartLine>> Reports(Viewer viewer, Guid? managerId) =>
        store.Read(
            viewer,
            db =>
            {
                var people = Reporting(db, db.People.Where(p => p.ManagerId == managerId));
                if (managerId is null)
                    people = people.Where(p => db.People.Any(r => r.ManagerId == p.Id && r.DeactivatedAt == null));
                return Charted(db, people).ToListAsync();
            }
        );

    /// <summary>The people directly in a team.</summary>
    public Task<List<ChartLine>> InTeam(Viewer viewer, Guid teamId) =>
        store.Read(viewer, db => Charted(db, Reporting(db, db.People.Where(p => p.TeamId == teamId))).ToListAsync());

    /// <summary>A few people by name, for choosing a manager.</summary>
    public Task<List<Colleague>> Named(Viewer viewer, string text) =>
        store.Read(
            viewer,
            db =>
                Lines(db, Matching(db, new DirectoryFilter(text, Kind: PersonKind.Employee)).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(8))
                    .ToListAsync()
        );

    private static IQueryable<Person> Reporting(IntranetDb db, IQueryable<Person> people) =>
        people.Where(p => p.DeactivatedAt == null && !p.Placeholder && p.Kind == PersonKind.Employee);

    private static IQueryable<ChartLine> Charted(IntranetDb db, IQueryable<Person> people) =>
        people
            .OrderBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Take(MostReports)
            .Select(p => new ChartLine(
                p.Id,
                p.Name,
                p.Title,
                p.AvatarKey,
                db.People.Count(r => r.ManagerId == p.Id && r.DeactivatedAt == null && !r.Placeholder)
            ));

    private static IQueryable<Colleague> Lines(IntranetDb db, IQueryable<Person> people) =>
        people.Select(p => new Colleague(
            p.Id,
            p.Name,
            p.Title,
            db.Teams.Where(t => t.Id == p.TeamId).Select(t => t.Name).FirstOrDefault(),
            p.Location,
            p.Kind,
            p.AvatarKey
        ));

    private static IQueryable<Person> Matching(IntranetDb db, DirectoryFilter filter)
    {
        var people = db.People.Where(p => p.DeactivatedAt == null && !p.Placeholder);
        if (filter.Kind is { } kind)
            people = people.Where(p => p.Kind == kind);
        if (filter.TeamId is { } team)
            people = people.Where(p => p.TeamId == team);
        if (!string.IsNullOrEmpty(filter.Location))
            people = people.Where(p => p.Location == filter.Location);
        foreach (var word in (filter.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            // SQLite folds only ASCII; a capital letter beyond it is tried as it is written at the head of a name.
            var lower = word.ToLowerInvariant();
            var capital = char.ToUpperInvariant(word[0]) + word[1..];
            people = people.Where(p =>
                p.Name.ToLower().Contains(lower)
                || p.Name.Contains(capital)
                || p.Email.Contains(lower)
                || (p.Title != null && p.Title.ToLower().Contains(lower))
            );
        }
        return people;
    }
}

/// <summary>Which people to list.</summary>
public sealed record DirectoryFilter(string? Text = null, Guid? TeamId = null, string? Location = null, PersonKind? Kind = null);

/// <summary>A person as one line of the directory.</summary>
public sealed record Colleague(Guid Id, string Name, string? Title, string? Team, string? Location, PersonKind Kind, string? AvatarKey)
{
    /// <summary>Title, team and place, as far as they are known.</summary>
    public string Words => string.Join(", ", new[] { Title, Team, Location }.Where(w => !string.IsNullOrEmpty(w)));
}

/// <summary>A person in the org chart, and how many report to them.</summary>
public sealed record ChartLine(Guid Id, string Name, string? Title, string? AvatarKey, int Reports);

/// <summary>A space the viewer may look into.</summary>
public sealed record SpaceLink(Guid Id, string Name, Openness Openness, SpacePurpose Purpose);

/// <summary>What a person's page shows to this viewer.</summary>
public sealed record Profile(
    Person Person,
    string? Team,
    Colleague? Manager,
    IReadOnlyList<string> Leads,
    int Reports,
    string TimeZone,
    IReadOnlyList<SpaceLink> Spaces
);
