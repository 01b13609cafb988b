using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.People;

/// <summary>The tree of teams: read by every employee, changed by administrators.</summary>
public sealed class Teams(Store store)
{
    /// <summary>More teams than this are not shown at once; an organisation of 1,000 people has about 100.</summary>
    public const int Most = 1000;

    public Task<List<TeamLine>> All(Viewer viewer) =>
        store.Read(
            viewer,
            db =>
                db.Teams.OrderBy(t => t.Name)
                    .Take(Most)
                    .Select(t => new TeamLine(
                        t.Id,
                        t.Name,
                        t.ParentId,
                        t.ManagerId,
                        db.People.Where(p => p.Id == t.ManagerId).Select(p => p.Name).FirstOrDefault(),
                        db.People.Count(p => p.TeamId == t.Id && p.DeactivatedAt == null)
                    ))
                    .ToListAsync()
        );

    public Task<Guid> Add(Viewer viewer, string name, Guid? parentId) =>
        Act(
            viewer,
            async work =>
            {
                await MustBeFree(work, name, parentId, null);
                var team = new Team(Guid.CreateVersion7(work.Now), name, parentId);
                work.Db.Teams.Add(team);
                work.Record(Verb.TeamChanged, thing: ThingKind.Team, thingId: team.Id);
                return team.Id;
            }
        );

    /// <summary>Renames, moves and gives a manager in one step.</summary>
    public Task<Guid> Change(Viewer viewer, Guid id, string name, Guid? parentId, Guid? managerId) =>
        Act(
            viewer,
            async work =>
            {
                var team = await work.Db.Teams.SingleOrDefaultAsync(t => t.Id == id) ?? throw new Refusal("There is no such team.");
                await MustBeFree(work, name, parentId, id);
                team.Rename(name);
                var links = await work.Db.Teams.ToDictionaryAsync(t => t.Id, t => t.ParentId);
                var parent = parentId is null
                    ? null
                    : await work.Db.Teams.SingleOrDefaultAsync(t => t.Id == parentId) ?? throw new Refusal("There is no such team.");
                team.StandUnder(parent, Chain.Above(parentId, links));
                var before = team.ManagerId;
                team.BeLedBy(
                    managerId is null
                        ? null
                        : await work.Db.People.SingleOrDefaultAsync(p => p.Id == managerId) ?? throw new Refusal("There is no such person.")
                );
                work.Record(Verb.TeamChanged, thing: ThingKind.Team, thingId: id);
                // Who leads a team sees its figures; their open screens look again.
                foreach (var person in new[] { before, managerId }.Distinct().OfType<Guid>())
                    if (before != managerId)
                        work.Record(Verb.PersonChanged, thing: ThingKind.Person, thingId: person);
                return id;
            }
        );

    /// <summary>Takes away a team nobody is in and nothing stands under.</summary>
    public Task<Guid> Remove(Viewer viewer, Guid id) =>
        Act(
            viewer,
            async work =>
            {
                var team = await work.Db.Teams.SingleOrDefaultAsync(t => t.Id == id) ?? throw new Refusal("There is no such team.");
                if (await work.Db.Teams.AnyAsync(t => t.ParentId == id))
                    throw new Refusal($"Other teams stand under {team.Name}. Move them first.");
                // People who have left count as well: their history belongs to the team.
                if (await work.Db.People.IgnoreQueryFilters([Sight.Name]).AnyAsync(p => p.TeamId == id))
                    throw new Refusal($"There are people in {team.Name}. Move them first.");
                work.Db.Teams.Remove(team);
                work.Record(Verb.TeamChanged, thing: ThingKind.Team, thingId: id);
                return id;
            }
        );

    private Task<T> Act<T>(Viewer viewer, Func<Work, Task<T>> act) =>
        store.Write(
            viewer,
            async work =>
            {
                (await work.Actor()).MustLookAfterPeople();
                await work.Db.OneAtATime();
                return await act(work);
            }
        );

    private static async Task MustBeFree(Work work, string name, Guid? parentId, Guid? except)
    {
        if (parentId is { } parent && !await work.Db.Teams.AnyAsync(t => t.Id == parent))
            throw new Refusal("There is no such team.");
        var wanted = (name ?? "").Trim();
        if (await work.Db.Teams.AnyAsync(t => t.Name == wanted && t.ParentId == parentId && t.Id != except))
            throw new Refusal($"There is already a team called {wanted} in that place.");
    }
}

/// <summary>A team as it stands in the tree; people are those directly in it.</summary>
public sealed record TeamLine(Guid Id, string Name, Guid? ParentId, Guid? ManagerId, string? Manager, int People);
