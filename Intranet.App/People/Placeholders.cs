using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.People;

/// <summary>Gives what was imported back to those who wrote it.</summary>
public sealed class Placeholders(Store store)
{
    /// <summary>
    /// Makes a stand-in the person with this address. Nobody has it yet: the stand-in becomes a person who can be given a way in.
    /// Somebody has it: all that the stand-in wrote and did becomes theirs, and the stand-in is gone.
    /// </summary>
    /// <returns>True when two became one, so that figures must be counted anew.</returns>
    public Task<bool> Claim(Viewer admin, Guid placeholderId, string email) =>
        store.Write(
            admin,
            async work =>
            {
                (await work.Actor()).MustLookAfterPeople();
                return await Claim(work, await Staffing.Everybody(work).SingleOrDefaultAsync(p => p.Id == placeholderId), email);
            }
        );

    /// <summary>The same at the console, where the stand-in is named as its source did: "source:id".</summary>
    public Task<bool> Claim(string externalId, string email) =>
        store.Write(
            Viewer.Nobody,
            async work => await Claim(work, await Staffing.Everybody(work).SingleOrDefaultAsync(p => p.ExternalId == externalId), email)
        );

    private static async Task<bool> Claim(Work work, Person? standIn, string email)
    {
        if (standIn is not { Placeholder: true })
            throw new Refusal("There is no such stand-in, or it was claimed before.");
        var address = Person.Canonical(email);
        if (await Staffing.Everybody(work).SingleOrDefaultAsync(p => p.Email == address) is not { } person)
        {
            standIn.Claim(address);
            work.Record(Verb.PersonChanged, thing: ThingKind.Person, thingId: standIn.Id);
            return false;
        }
        if (person.Placeholder)
            throw new Refusal($"{address} belongs to a stand-in itself.");
        person.WasAlso(standIn);
        await Hand(work.Db, standIn.Id, person.Id);
        work.Db.Add(new Alias(standIn.Id, person.Id, counts: person.Kind == PersonKind.Employee));
        await Seat(work, standIn, person);
        work.Db.People.Remove(standIn);
        work.Record(Verb.PersonChanged, thing: ThingKind.Person, thingId: person.Id);
        return true;
    }

    /// <summary>Hands authorship over, in every space: who wrote something does not hang on who may see it. The ledger keeps its rows; an alias tells its readers.</summary>
    private static async Task Hand(IntranetDb db, Guid from, Guid to)
    {
        await db
            .Posts.IgnoreQueryFilters([Sight.Name])
            .Where(x => x.AuthorId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.AuthorId, to));
        await db
            .Comments.IgnoreQueryFilters([Sight.Name])
            .Where(x => x.AuthorId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.AuthorId, to));
    }

    private static async Task Seat(Work work, Person standIn, Person person)
    {
        var seats = await work
            .Db.Memberships.IgnoreQueryFilters([Sight.Name])
            .Include(m => m.Space)
            .Where(m => m.PersonId == standIn.Id || m.PersonId == person.Id)
            .ToListAsync();
        foreach (var seat in seats.Where(m => m.PersonId == standIn.Id))
        {
            // A guest is let into rooms by name, never by having written elsewhere before.
            if (person.Kind == PersonKind.Employee && !seats.Any(m => m.PersonId == person.Id && m.SpaceId == seat.SpaceId))
                work.Db.Memberships.Add(new Membership(seat.Space, person, SpaceRole.Member, seat.JoinedAt));
            work.Db.Memberships.Remove(seat);
        }
    }
}
