using Intranet.App.Live;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>One act under way: the tables to change, who acts, and the ledger to write it down in.</summary>
public sealed class Work(IntranetDb db, Viewer viewer, DateTimeOffset now)
{
    private readonly List<Act> _acts = [];
    private Person? _actor;

    public IntranetDb Db { get; } = db;
    public Viewer Viewer { get; } = viewer;
    public DateTimeOffset Now { get; } = now;

    /// <summary>The person who acts, as they are at this moment; refused when deactivated.</summary>
    public async Task<Person> Actor() =>
        _actor ??= (Viewer.PersonId is { } id ? await Db.Actor(id) : null) ?? throw new Refusal("Sign in to do this.");

    /// <summary>My membership of a space, or a refusal that does not tell whether the space exists.</summary>
    public async Task<Membership> Standing(Guid spaceId)
    {
        var member = Viewer.PersonId is { } id ? await Db.Standing(spaceId, id) : null;
        // The seat comes with the person, which spares the other question; who has none, or left, hears what the other says.
        _actor = member is { Person.Active: true } ? member.Person : await Actor();
        return member ?? throw new Refusal("This is for members of the space. Join it first, or ask its owner.");
    }

    /// <summary>The active person with this address, whom the operator names at the console: there is no viewer whose sight could be asked.</summary>
    public async Task<Person> Addressed(string email)
    {
        var address = Person.Canonical(email);
        return await Db
                .People.IgnoreQueryFilters([Sight.Name])
                .SingleOrDefaultAsync(p => p.Email == address && p.DeactivatedAt == null && !p.Placeholder)
            ?? throw new Refusal($"Nobody active here has the address {address}.");
    }

    /// <summary>Writes the act into the ledger, in this transaction.</summary>
    public void Record(
        Verb verb,
        Guid? spaceId = null,
        ThingKind thing = ThingKind.None,
        Guid? thingId = null,
        Guid? postId = null,
        Guid? ownerId = null
    )
    {
        // An act whose actor nobody looked at would be counted for no team, silently.
        if (Viewer.PersonId is not null && _actor is null)
            throw new InvalidOperationException("Ask for Actor or Standing before recording an act.");
        var act = new Act(Now, Viewer.PersonId, verb, Viewer.Channel)
        {
            SpaceId = spaceId,
            ThingKind = thing,
            ThingId = thingId,
            PostId = postId,
            OwnerId = ownerId,
            TeamId = _actor?.TeamId,
            Counts = _actor is { Kind: PersonKind.Employee },
        };
        Db.Activities.Add(act);
        _acts.Add(act);
    }

    /// <summary>Whether others see or are told of what was done.</summary>
    internal bool Heard => _acts.Exists(a => Pace.Heard(a.Verb));

    internal IReadOnlyList<Happening> Happenings() =>
        [.. _acts.Select(a => new Happening(a.Id, a.Verb, a.SpaceId, a.ThingKind, a.ThingId, a.PostId, a.OwnerId, a.ActorId))];
}
