using Intranet.Domain.Access;
using Intranet.Domain.People;

namespace Intranet.Domain.Spaces;

/// <summary>How places in a space change hands: leaving, removing, roles, ownership.</summary>
public static class Seating
{
    extension(Membership member)
    {
        /// <param name="owners">How many active owners the space has now.</param>
        public bool MayLeave(int owners) => member.May(Step.Leave) && !(member.Owns && owners <= 1);

        public void Leave(int owners)
        {
            member.Must(Step.Leave);
            if (!member.MayLeave(owners))
                throw new Refusal("You are the only owner of this space. Hand it over first.");
            if (member.Owns)
                member.Space.OwnersChange();
        }

        public bool MayRemove(Membership other) =>
            member.May(Step.Remove) && other.PersonId != member.PersonId && (member.Owns || other.Role < SpaceRole.Moderator);

        public void Remove(Membership other)
        {
            member.Must(Step.Remove);
            member.MustBeHere(other.SpaceId);
            if (other.PersonId == member.PersonId)
                throw new Refusal("To go yourself, leave the space.");
            if (!member.MayRemove(other))
                throw new Refusal("Only an owner removes a moderator or another owner.");
            if (other.Owns)
                member.Space.OwnersChange();
        }

        /// <summary>Takes back a removal made a moment ago. A guest is invited again instead, with the second approver.</summary>
        public Membership PutBack(Person person, SpaceRole role, DateTimeOffset at)
        {
            member.Must(Step.Remove);
            if (person is not { Active: true, Kind: PersonKind.Employee } || role == SpaceRole.Guest)
                throw new Refusal("A guest comes back by a new invitation.");
            if (!member.Owns && role >= SpaceRole.Moderator)
                throw new Refusal("Only an owner brings a moderator or another owner back.");
            if (role == SpaceRole.Owner)
                member.Space.OwnersChange();
            return new Membership(member.Space, person, role, at);
        }

        public bool MayChangeRole(Membership other) =>
            member.May(Step.ChangeRole) && other.PersonId != member.PersonId && other.Role != SpaceRole.Guest;

        public void ChangeRole(Membership other, SpaceRole role)
        {
            member.Must(Step.ChangeRole);
            member.MustBeHere(other.SpaceId);
            if (other.PersonId == member.PersonId)
                throw new Refusal("To give up your own role, hand the space over.");
            if (!member.MayChangeRole(other) || role == SpaceRole.Guest)
                throw new Refusal("Guests stay guests, and who works here is not made one.");
            if (other.Owns || role == SpaceRole.Owner)
                member.Space.OwnersChange();
            other.Take(role);
        }

        public bool MayHandOver(Membership other) => member.May(Step.HandOver) && member.MayChangeRole(other);

        /// <summary>Makes somebody else an owner and oneself a member.</summary>
        public void HandOver(Membership other)
        {
            member.Must(Step.HandOver);
            member.MustBeHere(other.SpaceId);
            if (!member.MayHandOver(other))
                throw new Refusal("A space is handed over to another member who works here.");
            member.Space.OwnersChange();
            other.Take(SpaceRole.Owner);
            member.Take(SpaceRole.Member);
        }

        /// <summary>An admin puts a member in charge of a space whose owners have all gone.</summary>
        public void BeAppointed(Person admin, int owners)
        {
            if (admin is not { Active: true, Kind: PersonKind.Employee } || !admin.Duties.HasFlag(Duties.Admin))
                throw new Refusal("Only an admin appoints an owner.");
            if (owners > 0)
                throw new Refusal("This space has an owner. Only an owner makes others owners.");
            if (member.Role == SpaceRole.Guest)
                throw new Refusal("A guest cannot own a space.");
            member.Space.OwnersChange();
            member.Take(SpaceRole.Owner);
        }
    }
}
