using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Spaces;

/// <summary>Asking colleagues in, and taking an invitation up or not.</summary>
public sealed class Invitations(Store store)
{
    public const int MostAtOnce = 50;

    /// <summary>Asks several colleagues in; each of them passes the same checks as one alone. Who is in or invited already is passed over.</summary>
    public Task<int> Invite(Viewer viewer, Guid spaceId, IReadOnlyCollection<Guid> people) =>
        store.Write(
            viewer,
            async work =>
            {
                if (people.Count > MostAtOnce)
                    throw new Refusal($"Invite at most {MostAtOnce} people at once.");
                var member = await work.Standing(spaceId);
                var invited = 0;
                foreach (var person in await work.Db.People.Where(p => people.Contains(p.Id)).ToListAsync())
                    if (await Invite(work, member, person) is not null)
                        invited++;
                return invited;
            }
        );

    /// <summary>Takes up an invitation: exactly the one place it names.</summary>
    public Task Accept(Viewer viewer, Guid spaceId, Guid invitationId) =>
        store.Write(
            viewer,
            async work =>
            {
                var caller = await work.Caller(spaceId);
                if (Steps.Inside(caller.Standing))
                    return;
                await Enter(work, caller, await Mine(work, spaceId, invitationId));
            }
        );

    public Task Refuse(Viewer viewer, Guid spaceId, Guid invitationId) =>
        store.Write(
            viewer,
            async work =>
            {
                var caller = await work.Caller(spaceId);
                caller.Refuse(await Mine(work, spaceId, invitationId), work.Now);
                work.Record(Verb.InvitationRefused, spaceId, ThingKind.Person, caller.Person.Id);
            }
        );

    public Task Withdraw(Viewer viewer, Guid spaceId, Guid invitationId) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                member.Must(Step.WithdrawInvitation);
                var invitation = await Here(work, spaceId, invitationId);
                member.Withdraw(invitation, work.Now);
                RecordAbout(work, Verb.InvitationWithdrawn, invitation);
            }
        );

    /// <summary>Invitations that wait for this person, in all spaces.</summary>
    public Task<List<InvitedBy>> Mine(Viewer viewer) =>
        store.Read(
            viewer,
            db =>
                (
                    from i in db.Invitations
                    join d in db.Doorways on i.SpaceId equals d.Id
                    join b in db.Bylines on i.InvitedById equals b.Id
                    where i.PersonId == db.ViewerId && !i.Extends && i.AcceptedAt == null && i.WithdrawnAt == null && i.ExpiresAt > db.Now
                    where (i.SecondApproverId == null || i.SecondApprovedAt != null) && d.ArchivedAt == null
                    where !db.Seats.Any(s => s.SpaceId == i.SpaceId && s.PersonId == db.ViewerId && (s.EndsAt == null || s.EndsAt > db.Now))
                    orderby i.At descending
                    select new InvitedBy(i.Id, i.SpaceId, d.Name, b.Name, i.At, i.StayEndsAt)
                )
                    .Take(20)
                    .ToListAsync()
        );

    /// <summary>What a space has asked and not heard of yet. Sight shows it to owners and moderators, and to the second approver what waits for them.</summary>
    public Task<List<PendingCard>> Pending(Viewer viewer, Guid spaceId) =>
        store.Read(
            viewer,
            db =>
                (
                    from i in db.Invitations
                    join b in db.Bylines on i.InvitedById equals b.Id
                    where i.SpaceId == spaceId && i.AcceptedAt == null && i.WithdrawnAt == null && i.ExpiresAt > db.Now
                    where db.Seats.Any(s => s.SpaceId == spaceId && s.PersonId == db.ViewerId)
                    orderby i.At descending
                    select new PendingCard
                    {
                        Id = i.Id,
                        Email = i.Email,
                        // A name is told only of whom the viewer may see: a guest of another room stays an address.
                        PersonId = db.People.Where(p => p.Id == i.PersonId).Select(p => (Guid?)p.Id).FirstOrDefault(),
                        Name = db.People.Where(p => p.Id == i.PersonId).Select(p => p.Name).FirstOrDefault(),
                        Host = b.Name,
                        At = i.At,
                        ExpiresAt = i.ExpiresAt,
                        StayEndsAt = i.StayEndsAt,
                        Extends = i.Extends,
                        Second = db.Bylines.Where(s => s.Id == i.SecondApproverId).Select(s => s.Name).FirstOrDefault(),
                        AwaitsApproval = i.SecondApproverId != null && i.SecondApprovedAt == null,
                        AwaitsMe = i.SecondApproverId == db.ViewerId && i.SecondApprovedAt == null,
                    }
                )
                    .Take(Admissions.MostShown)
                    .ToListAsync()
        );

    internal static async Task<Invitation?> Invite(Work work, Membership member, Person person)
    {
        var invitation = member.Invite(Guid.CreateVersion7(work.Now), person, work.Now);
        var place = await work.Place(member.SpaceId, person.Id);
        if (place?.Lasts(work.Now) == true || await work.Db.Invitations.MineAt(member.SpaceId, person.Id, work.Now).AnyAsync())
            return null;
        work.Db.Invitations.Add(invitation);
        RecordAbout(work, Verb.Invited, invitation);
        return invitation;
    }

    internal static async Task Enter(Work work, Caller caller, Invitation invitation)
    {
        var place = caller.Accept(invitation, work.Now);
        if (caller.Former is null)
            work.Db.Memberships.Add(place);
        await Admissions.Settle(work, caller.Space.Id, caller.Person.Id, cameIn: true);
        work.Record(Verb.Joined, caller.Space.Id, ThingKind.Person, caller.Person.Id);
    }

    internal static async Task<Invitation> Here(Work work, Guid spaceId, Guid invitationId) =>
        await work.Db.Invitations.SingleOrDefaultAsync(i => i.Id == invitationId && i.SpaceId == spaceId)
        ?? throw new Refusal("There is no such invitation here.");

    internal static void RecordAbout(Work work, Verb verb, Invitation invitation) =>
        work.Record(
            verb,
            invitation.SpaceId,
            invitation.PersonId is null ? ThingKind.None : ThingKind.Person,
            invitation.PersonId,
            ownerId: invitation.SecondApproverId
        );

    private static async Task<Invitation> Mine(Work work, Guid spaceId, Guid invitationId) =>
        await work.Db.Invitations.SingleOrDefaultAsync(i =>
            i.Id == invitationId && i.SpaceId == spaceId && i.PersonId == work.Viewer.PersonId
        ) ?? throw new Refusal("No invitation for you is waiting here.");
}

/// <summary>An invitation or a longer stay that is not settled yet.</summary>
public sealed record PendingCard
{
    public required Guid Id { get; init; }
    public string? Email { get; init; }
    public Guid? PersonId { get; init; }
    public string? Name { get; init; }
    public required string Host { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? StayEndsAt { get; init; }
    public bool Extends { get; init; }
    public string? Second { get; init; }
    public bool AwaitsApproval { get; init; }
    public bool AwaitsMe { get; init; }

    /// <summary>The name where the viewer may see the person, otherwise the address.</summary>
    public string Who => Name ?? Email ?? "Somebody";
}
