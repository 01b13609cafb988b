using Intranet.Domain.Access;
using Intranet.Domain.People;

namespace Intranet.Domain.Spaces;

/// <summary>How members let others in: requests, invitations, guests with a second approver and an end.</summary>
public static class Admitting
{
    extension(Membership member)
    {
        public bool May(Step step) => Steps.Allowed(member.Standing, member.Approach, step, member.Space.Archived);

        public void Must(Step step) => Steps.Must(member.Standing, member.Approach, step, member.Space.Archived);

        private Approach Approach => Approaches.Of(member.Space.Openness, hasLink: true);

        /// <summary>Lets somebody in who asked. <paramref name="former"/> is the place of an earlier stay, if there was one.</summary>
        public Membership Approve(AccessRequest request, Person person, Membership? former, DateTimeOffset at)
        {
            member.Must(Step.Approve);
            member.MustBeHere(request.SpaceId);
            request.Decide(admitted: true, member.PersonId, reason: null, at);
            if (person is not { Active: true, Kind: PersonKind.Employee } || person.Id != request.PersonId)
                throw new Refusal("Whoever asked no longer works here.");
            if (former is null)
                return new Membership(member.Space, person, SpaceRole.Member, at);
            former.Return(SpaceRole.Member, at);
            return former;
        }

        public void Decline(AccessRequest request, string? reason, DateTimeOffset at)
        {
            member.Must(Step.Decline);
            member.MustBeHere(request.SpaceId);
            request.Decide(admitted: false, member.PersonId, reason, at);
        }

        public Invitation Invite(Guid id, Person colleague, DateTimeOffset at)
        {
            member.Must(Step.Invite);
            if (colleague is not { Active: true, Kind: PersonKind.Employee })
                throw new Refusal("Guests come into client rooms only, with a second approver and an end date.");
            return new Invitation(id, member.SpaceId, member.PersonId, SpaceRole.Member, at) { PersonId = colleague.Id };
        }

        /// <summary>Asks somebody from outside into a client room; it holds once the second approver has confirmed it.</summary>
        public Invitation InviteGuest(Guid id, string email, Guid? known, Membership second, DateTimeOffset until, DateTimeOffset at)
        {
            member.Must(Step.Invite);
            member.MustHost(second, until, at);
            return new Invitation(id, member.SpaceId, member.PersonId, SpaceRole.Guest, at)
            {
                Email = Person.Canonical(email),
                PersonId = known,
                SecondApproverId = second.PersonId,
                StayEndsAt = until,
            };
        }

        /// <summary>Asks for a guest to stay longer; it holds once the second approver has confirmed it.</summary>
        public Invitation ExtendStay(Guid id, Membership guest, Membership second, DateTimeOffset until, DateTimeOffset at)
        {
            member.Must(Step.ExtendStay);
            member.MustBeHere(guest.SpaceId);
            if (guest.Role != SpaceRole.Guest)
                throw new Refusal("Only a guest's stay has an end.");
            member.MustHost(second, until, at);
            return new Invitation(id, member.SpaceId, member.PersonId, SpaceRole.Guest, at)
            {
                PersonId = guest.PersonId,
                SecondApproverId = second.PersonId,
                StayEndsAt = until,
                Extends = true,
            };
        }

        public bool MayConfirm(Invitation invitation) =>
            member.May(Step.ConfirmGuest) && invitation.SecondApproverId == member.PersonId && invitation.InvitedById != member.PersonId;

        /// <summary>Stands for a guest. For a longer stay of somebody who is here, <paramref name="guest"/> stays on at once.</summary>
        public void Confirm(Invitation invitation, Membership? guest, DateTimeOffset at)
        {
            member.MustBeSecond(invitation);
            invitation.MustBePending(at);
            if (!invitation.AwaitsApproval)
                throw new Refusal("This guest is confirmed already.");
            invitation.Confirm(at);
            if (!invitation.Extends)
                return;
            if (guest is null || guest.PersonId != invitation.PersonId || !guest.Lasts(at))
                throw new Refusal("This guest's stay has ended. Invite them again.");
            invitation.TakeUp(at);
            guest.StayUntil(invitation.StayEndsAt);
            guest.SecondApproverId = member.PersonId;
        }

        /// <summary>As the second approver, declines to stand for a guest.</summary>
        public void DeclineGuest(Invitation invitation, DateTimeOffset at)
        {
            member.MustBeSecond(invitation);
            invitation.Withdraw(at);
        }

        public void Withdraw(Invitation invitation, DateTimeOffset at)
        {
            member.Must(Step.WithdrawInvitation);
            member.MustBeHere(invitation.SpaceId);
            invitation.Withdraw(at);
        }

        internal void MustBeHere(Guid spaceId)
        {
            if (spaceId != member.SpaceId)
                throw new Refusal(Steps.NotHere);
        }

        private void MustBeSecond(Invitation invitation)
        {
            member.Must(Step.ConfirmGuest);
            member.MustBeHere(invitation.SpaceId);
            if (!member.MayConfirm(invitation))
                throw new Refusal("Only the named second approver confirms this guest.");
        }

        private void MustHost(Membership second, DateTimeOffset until, DateTimeOffset at)
        {
            if (member.Space.Purpose != SpacePurpose.ClientRoom)
                throw new Refusal("Guests come into client rooms only.");
            if (second.SpaceId != member.SpaceId || second.Role == SpaceRole.Guest || !second.Lasts(at))
                throw new Refusal("The second approver is somebody who works here and is a member of this room.");
            if (second.PersonId == member.PersonId)
                throw new Refusal("The second approver is somebody other than you.");
            if (until <= at || until > at.AddMonths(Invitation.MostMonths))
                throw new Refusal($"A guest's stay ends within {Invitation.MostMonths} months from today.");
        }
    }
}
