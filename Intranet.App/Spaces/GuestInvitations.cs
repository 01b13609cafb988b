using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Spaces;

/// <summary>Guests of client rooms: asked in by address, confirmed by a second employee, let in by the link of the one and the code of the other, once; stays are made longer by the same two.</summary>
public sealed class GuestInvitations(Store store, Accounts accounts)
{
    internal const string Gone =
        "This link and code do not go together, or the invitation was used, withdrawn, or has run out. Look at the code once more, or ask whoever invited you.";

    /// <summary>Asks an address in. Whoever works here is invited as a colleague; others are guests. Returns the secret of the link, which is not kept, or null when none is needed.</summary>
    public Task<string?> Invite(Viewer viewer, Guid spaceId, string email, Guid? secondApprover, DateTimeOffset? until) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                member.Must(Step.Invite);
                var address = Person.Canonical(email);
                var known = await work.Db.Addressee(address);
                if (known is { Kind: PersonKind.Employee, Active: true, Placeholder: false })
                {
                    await Invitations.Invite(work, member, known);
                    return null;
                }
                if (member.Space.Purpose != SpacePurpose.ClientRoom)
                    throw new Refusal("Nobody who works here has this address. Guests come into client rooms only.");
                if (known is not null && await work.Place(spaceId, known.Id) is { } place && place.Lasts(work.Now))
                    throw new Refusal($"{known.Name} is in this room already.");
                await ReplaceEarlier(work, spaceId, address);
                var second = await Second(work, spaceId, secondApprover);
                var end = until ?? throw new Refusal("A guest's stay needs an end date.");
                var invitation = member.InviteGuest(Guid.CreateVersion7(work.Now), address, known?.Id, second, end, work.Now);
                var secret = GuestKey.NewLink(invitation);
                work.Db.Invitations.Add(invitation);
                Invitations.RecordAbout(work, Verb.Invited, invitation);
                return secret;
            }
        );

    /// <summary>Makes a new link for a guest's invitation; the earlier one stops working, and the second approver is asked again.</summary>
    public Task<string> NewLink(Viewer viewer, Guid spaceId, Guid invitationId) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                member.Must(Step.Invite);
                var invitation = await Invitations.Here(work, spaceId, invitationId);
                if (invitation.Email is null || !invitation.Pending(work.Now))
                    throw new Refusal("This invitation was used, withdrawn, or has run out.");
                var confirmed = !invitation.AwaitsApproval;
                var secret = GuestKey.NewLink(invitation);
                if (confirmed)
                    Invitations.RecordAbout(work, Verb.Invited, invitation);
                return secret;
            }
        );

    public Task ExtendStay(Viewer viewer, Guid spaceId, Guid guestId, Guid? secondApprover, DateTimeOffset until) =>
        store.Write(
            viewer,
            async work =>
            {
                var owner = await work.Standing(spaceId);
                owner.Must(Step.ExtendStay);
                var guest = await Rosters.Other(work, spaceId, guestId);
                var second = await Second(work, spaceId, secondApprover);
                var extension = owner.ExtendStay(Guid.CreateVersion7(work.Now), guest, second, until, work.Now);
                foreach (var earlier in await Open(work, spaceId).Where(i => i.Extends && i.PersonId == guestId).ToListAsync())
                    earlier.Lapse(work.Now);
                work.Db.Invitations.Add(extension);
                Invitations.RecordAbout(work, Verb.Invited, extension);
            }
        );

    /// <summary>The second approver stands for the guest, or declines to. Returns the code a new guest needs beside the link, which is not kept.</summary>
    public Task<string?> Confirm(Viewer viewer, Guid spaceId, Guid invitationId, bool yes) =>
        store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(spaceId);
                var invitation = await Invitations.Here(work, spaceId, invitationId);
                if (yes)
                    member.Confirm(invitation, invitation.PersonId is { } id ? await work.Place(spaceId, id) : null, work.Now);
                else
                    member.DeclineGuest(invitation, work.Now);
                var verb =
                    !yes ? Verb.InvitationWithdrawn
                    : invitation.Extends ? Verb.StayExtended
                    : Verb.GuestConfirmed;
                Invitations.RecordAbout(work, verb, invitation);
                return verb == Verb.GuestConfirmed ? GuestKey.NewCode(invitation) : null;
            }
        );

    /// <summary>What to say to the bearer of link and code; null when they lead nowhere.</summary>
    public Task<Greeting?> Greet(string secret, string? code) =>
        store.Read(
            Viewer.Nobody,
            async db =>
                await db.ByToken(GuestKey.HashOf(secret, code)) is { } found
                    ? new Greeting(
                        found.Space.Id,
                        found.Space.Name,
                        found.Host,
                        found.Invitation.Email!,
                        found.Invitation.StayEndsAt!.Value,
                        await db.Addressee(found.Invitation.Email!) is { Placeholder: false }
                    )
                    : null
        );

    /// <summary>A new guest takes the invitation up and gets an account with it.</summary>
    public Task<(Guid Space, Guid Person)> TakeUp(string secret, string? code, string name, string password) =>
        store.Write(
            Viewer.Nobody,
            async work =>
            {
                var (invitation, space, _) = await work.Db.ByToken(GuestKey.HashOf(secret, code)) ?? throw new Refusal(Gone);
                var person = await work.Db.Addressee(invitation.Email!);
                if (person is { Placeholder: false })
                    throw new Refusal("You have an account here already. Sign in, then open the link again.");
                if (person is null)
                    work.Db.People.Add(person = new Person(Guid.CreateVersion7(work.Now), name, invitation.Email!, PersonKind.Guest));
                else
                    Claim(person, name, invitation.Email!);
                accounts.Create(work, person, password);
                await Enter(work, invitation, space, person);
                return (space.Id, person.Id);
            }
        );

    /// <summary>Somebody with an account opened the link.</summary>
    public Task<Guid> TakeUp(Viewer viewer, string secret, string? code) =>
        store.Write(
            viewer,
            async work =>
            {
                var person = await work.Actor();
                var (invitation, space, _) = await work.Db.ByToken(GuestKey.HashOf(secret, code)) ?? throw new Refusal(Gone);
                await Enter(work, invitation, space, person);
                return space.Id;
            }
        );

    private static async Task Enter(Work work, Invitation invitation, Space space, Person person)
    {
        invitation.IsFor(person);
        var place = await work.Place(space.Id, person.Id);
        var standing = Standings.Of(person, place, request: null, invitation, work.Now);
        await Invitations.Enter(work, new Caller(person, space, standing, Approaches.Of(space.Openness, hasLink: true), place), invitation);
    }

    /// <summary>Somebody who is known from an import comes in as a guest under the same address.</summary>
    private static void Claim(Person person, string name, string email)
    {
        person.Claim(email);
        person.Become(PersonKind.Guest);
        person.Rename(name);
    }

    /// <summary>One address has one open invitation to a room; the newest counts.</summary>
    private static async Task ReplaceEarlier(Work work, Guid spaceId, string email)
    {
        foreach (var earlier in await Open(work, spaceId).Where(i => i.Email == email).ToListAsync())
            earlier.Lapse(work.Now);
    }

    private static IQueryable<Invitation> Open(Work work, Guid spaceId) =>
        work.Db.Invitations.Where(i => i.SpaceId == spaceId && i.AcceptedAt == null && i.WithdrawnAt == null);

    private static async Task<Membership> Second(Work work, Guid spaceId, Guid? personId) =>
        await Rosters.Other(
            work,
            spaceId,
            personId ?? throw new Refusal("Name a second approver: somebody who works here and is a member of this room.")
        );
}

/// <summary>What an invitation says to the one who has its link and its code.</summary>
public sealed record Greeting(Guid SpaceId, string Space, string Host, string Email, DateTimeOffset StayEndsAt, bool HasAccount);
