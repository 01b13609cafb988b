using Intranet.Domain.Access;
using Intranet.Domain.People;

namespace Intranet.Domain.Spaces;

/// <summary>How a space begins and is looked after by its owners.</summary>
public static class Governing
{
    extension(Person person)
    {
        public bool MayFound => person is { Active: true, Kind: PersonKind.Employee };

        public Membership Found(Guid id, string name, SpacePurpose purpose, Openness openness, DateTimeOffset at)
        {
            if (!person.MayFound)
                throw new Refusal("Spaces are made by those who work here.");
            return new Membership(new Space(id, name, purpose, openness, at), person, SpaceRole.Owner, at);
        }
    }

    extension(Membership member)
    {
        /// <summary>Puts somebody who works here into a space that is being made.</summary>
        public Membership Seat(Person colleague, SpaceRole role, DateTimeOffset at)
        {
            member.Must(Step.ChangeRole);
            if (colleague is not { Active: true, Kind: PersonKind.Employee } || role == SpaceRole.Guest)
                throw new Refusal("The first members of a space are people who work here. Invite guests afterwards.");
            return new Membership(member.Space, colleague, role, at);
        }

        public void Describe(string name, string? description)
        {
            member.Must(Step.Describe);
            member.Space.Rename(name);
            member.Space.Describe(description);
        }

        public void ChangeOpenness(Openness openness)
        {
            member.Must(Step.ChangeOpenness);
            member.Space.ChangeOpenness(openness);
        }

        public void RenewLink()
        {
            member.Must(Step.ChangeOpenness);
            member.Space.RenewLink();
        }

        public void Archive(DateTimeOffset at)
        {
            member.Must(Step.Archive);
            member.Space.Archive(at);
        }

        public void Reopen()
        {
            member.Must(Step.Reopen);
            member.Space.Reopen();
        }
    }
}
