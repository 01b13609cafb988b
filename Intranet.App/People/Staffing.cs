using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.People;

/// <summary>The changes to people themselves, within somebody's act. Who may ask for them is checked before: by the admin screens, or by having the console.</summary>
internal static class Staffing
{
    /// <summary>Adds a person with an account; an employee starts as a member of the common space.</summary>
    public static async Task<Person> Add(Work work, Accounts accounts, Newcomer newcomer)
    {
        var person = new Person(Guid.CreateVersion7(work.Now), newcomer.Name, newcomer.Email, newcomer.Kind) { Since = work.Now };
        if (await Everybody(work).AnyAsync(p => p.Email == person.Email))
            throw new Refusal($"{person.Email} belongs to somebody who is here already.");
        person.ChangeDuties(newcomer.Duties, onlyAdmin: false);
        if (newcomer.TeamId is { } teamId)
            person.TeamId =
                await AnyTeam(work).Where(t => t.Id == teamId).Select(t => (Guid?)t.Id).SingleOrDefaultAsync()
                ?? throw new Refusal("That team is not there any more.");
        person.Title = Field(newcomer.Title);
        work.Db.People.Add(person);
        accounts.Create(work, person, newcomer.Password);
        work.Record(Verb.PersonAdded, thing: ThingKind.Person, thingId: person.Id);
        if (person.Duties != Duties.None)
            work.Record(Verb.DutiesChanged, thing: ThingKind.Person, thingId: person.Id);
        if (person.Kind == PersonKind.Employee)
            await JoinCommonSpace(work, person);
        return person;
    }

    public static async Task Deactivate(Work work, Person person)
    {
        if (!person.Active)
            return;
        person.Leave(await OnlyAdmin(work, person), work.Now);
        await Sessions.EndAll(work, person.Id);
        await work.Db.EntryLinks.Where(l => l.PersonId == person.Id).ExecuteDeleteAsync();
        work.Record(Verb.PersonDeactivated, thing: ThingKind.Person, thingId: person.Id);
    }

    public static void Reactivate(Work work, Person person)
    {
        if (person.Active)
            return;
        person.Reactivate();
        work.Record(Verb.PersonReactivated, thing: ThingKind.Person, thingId: person.Id);
    }

    public static async Task Change(Work work, Person person, Particulars particulars)
    {
        person.Rename(particulars.Name);
        var email = Person.Canonical(particulars.Email);
        if (email != person.Email)
        {
            if (await Everybody(work).AnyAsync(p => p.Email == email))
                throw new Refusal($"{email} belongs to somebody who is here already.");
            person.ChangeEmail(email);
            await Accounts.Follow(work, person);
        }
        person.Title = Field(particulars.Title);
        person.Location = Field(particulars.Location);
        var onlyAdmin = await OnlyAdmin(work, person);
        var duties = person.Duties;
        if (particulars.Kind != person.Kind)
            person.ChangeKind(particulars.Kind, onlyAdmin);
        person.ChangeDuties(particulars.Duties, onlyAdmin);
        person.TeamId = particulars.TeamId is not { } team
            ? null
            : await AnyTeam(work).Where(t => t.Id == team).Select(t => (Guid?)t.Id).SingleOrDefaultAsync()
                ?? throw new Refusal("That team is not there any more.");
        await Report(work, person, particulars.ManagerId);
        work.Record(Verb.PersonChanged, thing: ThingKind.Person, thingId: person.Id);
        if (person.Duties != duties)
            work.Record(Verb.DutiesChanged, thing: ThingKind.Person, thingId: person.Id);
    }

    /// <summary>Everybody, guests included: people are looked after without sharing a room with them. Names and addresses only; no content hangs on it.</summary>
    public static IQueryable<Person> Everybody(Work work) => work.Db.People.IgnoreQueryFilters([Sight.Name]);

    /// <summary>All teams: at the console and at first start nobody is signed in whose sight could show them.</summary>
    public static IQueryable<Team> AnyTeam(Work work) => work.Db.Teams.IgnoreQueryFilters([Sight.Name]);

    public static string? Field(string? text)
    {
        var line = OneLine.Of(text);
        return line.Length <= Person.FieldLimit
            ? (line.Length == 0 ? null : line)
            : throw new Refusal($"A title or a location has at most {Person.FieldLimit} characters.");
    }

    private static async Task Report(Work work, Person person, Guid? managerId)
    {
        if (managerId == person.ManagerId)
            return;
        await work.Db.OneAtATime();
        var manager = managerId is null
            ? null
            : await Everybody(work).SingleOrDefaultAsync(p => p.Id == managerId) ?? throw new Refusal("That manager is not here any more.");
        var links = await Everybody(work).Where(p => p.ManagerId != null).ToDictionaryAsync(p => p.Id, p => p.ManagerId);
        person.ReportTo(manager, Chain.Above(managerId, links));
    }

    private static async Task<bool> OnlyAdmin(Work work, Person person)
    {
        await work.Db.OneAtATime();
        return person.MayLookAfterPeople && !await work.Db.Insiders.AnyAsync(i => i.Id != person.Id && (i.Duties & Duties.Admin) != 0);
    }

    private static async Task JoinCommonSpace(Work work, Person person)
    {
        var id = await work.Db.ValueOf(Setting.CommonSpace);
        if (!Guid.TryParse(id, out var spaceId))
            return;
        // The newcomer joins, and sees nothing yet: they are not saved.
        var space = await work.Db.Spaces.IgnoreQueryFilters([Sight.Name]).SingleOrDefaultAsync(s => s.Id == spaceId);
        if (space is null or { Archived: true } || space.Openness != Openness.Open)
            return;
        work.Db.Memberships.Add(new Membership(space, person, SpaceRole.Member, work.Now));
        work.Record(Verb.Joined, spaceId, ThingKind.Person, person.Id);
    }
}

/// <summary>Somebody to be added.</summary>
public sealed record Newcomer(
    string Name,
    string Email,
    PersonKind Kind = PersonKind.Employee,
    Duties Duties = Duties.None,
    Guid? TeamId = null,
    string? Title = null,
    string? Password = null
);

/// <summary>What an administrator decides about a person.</summary>
public sealed record Particulars(
    string Name,
    string Email,
    PersonKind Kind,
    Duties Duties,
    Guid? TeamId,
    Guid? ManagerId,
    string? Title,
    string? Location
);
