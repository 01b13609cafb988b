using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Spaces;

/// <summary>Making spaces, looking at them, and looking after them as an owner.</summary>
public sealed class Premises(Store store)
{
    /// <summary>The space, or its door, or null when there is nothing for this person to know of.</summary>
    public Task<SpaceView?> Look(Viewer viewer, Guid id) => store.Read(viewer, db => Look(db, db.Doorways.Where(d => d.Id == id)));

    /// <summary>The space an unlisted link leads to.</summary>
    public Task<SpaceView?> LookByLink(Viewer viewer, string linkKey) =>
        store.Read(viewer with { Link = linkKey }, db => Look(db, db.Doorways.Where(d => d.LinkKey == linkKey)));

    /// <summary>Makes a space. The id is chosen by the screen, so that a double click makes one.</summary>
    public Task<Guid> Found(Viewer viewer, NewSpace plan) =>
        store.Write(
            viewer,
            async work =>
            {
                // Who founds a space for others does not see it afterwards.
                if (await work.Db.Spaces.IgnoreQueryFilters([Sight.Name]).AnyAsync(s => s.Id == plan.Id))
                    return plan.Id;
                var founder = await work.Actor();
                var owner = founder.Found(plan.Id, plan.Name, plan.Purpose, plan.Openness, work.Now);
                owner.Describe(plan.Name, plan.Description);
                work.Db.Spaces.Add(owner.Space);
                if (plan.TakesPart)
                    work.Db.Memberships.Add(owner);
                work.Record(Verb.SpaceCreated, plan.Id, ThingKind.Space, plan.Id);
                var approvers = plan.Approvers.Where(id => id != founder.Id).ToHashSet();
                var others = approvers.Concat(plan.Members).Where(id => id != founder.Id).Distinct().ToList();
                var people = await work.Db.People.Where(p => others.Contains(p.Id)).ToListAsync();
                if (!plan.TakesPart && !(founder.Duties.HasFlag(Duties.Admin) && people.Exists(p => approvers.Contains(p.Id))))
                    throw new Refusal("Name somebody who looks after it, or take part yourself.");
                foreach (var person in people.OrderBy(p => p.Name))
                {
                    var role = approvers.Contains(person.Id) ? SpaceRole.Owner : SpaceRole.Member;
                    work.Db.Memberships.Add(owner.Seat(person, role, work.Now));
                    work.Record(Verb.Admitted, plan.Id, ThingKind.Person, person.Id);
                }
                return plan.Id;
            }
        );

    public Task Describe(Viewer viewer, Guid spaceId, string name, string? description) =>
        Govern(viewer, spaceId, Verb.SpaceChanged, (owner, _) => owner.Describe(name, description));

    public Task ChangeOpenness(Viewer viewer, Guid spaceId, Openness openness) =>
        store.Write(
            viewer,
            async work =>
            {
                var owner = await work.Standing(spaceId);
                if (owner.Space.Openness == openness)
                    return;
                owner.ChangeOpenness(openness);
                work.Record(Verb.SpaceChanged, spaceId, ThingKind.Space, spaceId);
                if (openness == Openness.Secret)
                    await TurnAway(work, owner);
            }
        );

    public Task RenewLink(Viewer viewer, Guid spaceId) => Govern(viewer, spaceId, Verb.SpaceChanged, (owner, _) => owner.RenewLink());

    public Task Archive(Viewer viewer, Guid spaceId) => Govern(viewer, spaceId, Verb.SpaceArchived, (owner, now) => owner.Archive(now));

    public Task Reopen(Viewer viewer, Guid spaceId) => Govern(viewer, spaceId, Verb.SpaceReopened, (owner, _) => owner.Reopen());

    /// <summary>What a change of openness would mean in numbers: who reads now, and who works here.</summary>
    public Task<Reach?> Reach(Viewer viewer, Guid spaceId) =>
        store.Read(
            viewer,
            async db =>
                await db.Spaces.AnyAsync(s => s.Id == spaceId)
                    ? new Reach(await Seated(db, spaceId).CountAsync(), await db.Insiders.CountAsync())
                    : null
        );

    /// <summary>Who looks after the space and since when it is there; null for who does not see the inside.</summary>
    public Task<Origin?> Origin(Viewer viewer, Guid spaceId) =>
        store.Read(
            viewer,
            async db =>
            {
                var made = await db.Spaces.Where(s => s.Id == spaceId).Select(s => (DateTimeOffset?)s.CreatedAt).SingleOrDefaultAsync();
                if (made is null)
                    return null;
                var owners = await (
                    from seat in Seated(db, spaceId)
                    join p in db.Bylines on seat.PersonId equals p.Id
                    where seat.Role == SpaceRole.Owner
                    orderby p.Name
                    select new Face(p.Id, p.Name, p.AvatarKey)
                )
                    .Take(20)
                    .ToListAsync();
                return new Origin(made.Value, owners);
            }
        );

    internal static IQueryable<Seat> Seated(IntranetDb db, Guid spaceId) =>
        db.Seats.Where(s => s.SpaceId == spaceId && (s.EndsAt == null || s.EndsAt > db.Now));

    private Task Govern(Viewer viewer, Guid spaceId, Verb verb, Action<Membership, DateTimeOffset> act) =>
        store.Write(
            viewer,
            async work =>
            {
                act(await work.Standing(spaceId), work.Now);
                work.Record(verb, spaceId, ThingKind.Space, spaceId);
            }
        );

    /// <summary>Of a secret space nobody outside knows, so nobody can be waiting outside.</summary>
    private static async Task TurnAway(Work work, Membership owner)
    {
        foreach (var request in await work.Db.AccessRequests.Where(r => r.SpaceId == owner.SpaceId && r.DecidedAt == null).ToListAsync())
        {
            owner.Decline(request, "The space takes no more requests.", work.Now);
            work.Record(Verb.Declined, owner.SpaceId, ThingKind.Person, request.PersonId);
        }
    }

    private static async Task<SpaceView?> Look(IntranetDb db, IQueryable<Doorway> doors)
    {
        if (await doors.SingleOrDefaultAsync() is not { } door)
            return null;
        var me = db.ViewerId ?? default;
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == me);
        var place = await db.Memberships.SingleOrDefaultAsync(m => m.SpaceId == door.Id && m.PersonId == me);
        var request = await db.AccessRequests.SingleOrDefaultAsync(r => r.SpaceId == door.Id && r.PersonId == me);
        var invitation = await db.Invitations.MineAt(door.Id, me, db.Now).FirstOrDefaultAsync();
        var standing = Standings.Of(person, place, request, invitation, db.Now);
        var inside = await db.Spaces.AnyAsync(s => s.Id == door.Id);
        var belongs = Steps.Inside(standing);
        var host = invitation is null ? null : await db.Bylines.SingleAsync(b => b.Id == invitation.InvitedById);
        return new SpaceView(
            door.Id,
            door.Name,
            door.Description,
            door.Purpose,
            door.Openness,
            door.ArchivedAt is not null,
            standing,
            inside,
            inside ? await Seated(db, door.Id).CountAsync() : null,
            belongs ? await Waiting(db, door.Id, standing) : 0,
            belongs && door.Openness == Openness.Unlisted ? door.LinkKey : null,
            request is { Open: true } or { Declined: true } ? request : null,
            standing == Standing.Invited && host is not null
                ? new InvitedBy(invitation!.Id, door.Id, door.Name, host.Name, invitation.At, invitation.StayEndsAt)
                : null,
            belongs && place!.Muted,
            door.ArchivedAt is null && await Ownerless(db, door.Id)
        );
    }

    /// <summary>Nobody looks after it. What was taken over from elsewhere never had an owner here.</summary>
    private static async Task<bool> Ownerless(IntranetDb db, Guid spaceId) =>
        !await db.Seats.AnyAsync(s => s.SpaceId == spaceId && s.Role == SpaceRole.Owner)
        && !await db.Spaces.AnyAsync(s => s.Id == spaceId && s.Source != null);

    private static async Task<int> Waiting(IntranetDb db, Guid spaceId, Standing standing)
    {
        var guests = await db.Invitations.AwaitingMe(db, spaceId).CountAsync();
        return standing < Standing.Moderator
            ? guests
            : guests + await db.AccessRequests.CountAsync(r => r.SpaceId == spaceId && r.DecidedAt == null);
    }
}

/// <summary>What the dialog for a new group asks for. Approvers become owners, beside the founder or instead.</summary>
public sealed record NewSpace(
    Guid Id,
    string Name,
    SpacePurpose Purpose,
    Openness Openness,
    string? Description,
    IReadOnlyList<Guid> Approvers,
    IReadOnlyList<Guid> Members
)
{
    /// <summary>Whether the founder owns it; an administrator may make it for others instead.</summary>
    public bool TakesPart { get; init; } = true;
}

/// <summary>How many read a space now, and how many work here.</summary>
public sealed record Reach(int Members, int Employees);

/// <summary>Since when a space is there, and who looks after it.</summary>
public sealed record Origin(DateTimeOffset CreatedAt, IReadOnlyList<Face> Owners);

/// <summary>Somebody as a small picture with a name.</summary>
public sealed record Face(Guid Id, string Name, string? AvatarKey);
