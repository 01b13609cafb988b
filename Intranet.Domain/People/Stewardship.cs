using Intranet.Domain.Access;

namespace Intranet.Domain.People;

/// <summary>What an administrator may do with people and teams, and what nobody may do to them.</summary>
public static class Stewardship
{
    extension(Person person)
    {
        public bool MayLookAfterPeople => person is { Active: true, Kind: PersonKind.Employee } && person.Duties.HasFlag(Duties.Admin);

        public void MustLookAfterPeople()
        {
            if (!person.MayLookAfterPeople)
                throw new Refusal("This is for administrators.");
        }

        /// <summary>Ends the person's access. What they wrote stays under their name.</summary>
        public void Leave(bool onlyAdmin, DateTimeOffset at)
        {
            person.MustNotBeTheLast(onlyAdmin);
            person.Deactivate(at);
        }

        public void ChangeDuties(Duties duties, bool onlyAdmin)
        {
            if (person.Kind == PersonKind.Guest && duties != Duties.None)
                throw new Refusal("A guest has no duties here. Make the person an employee first.");
            if (!duties.HasFlag(Duties.Admin))
                person.MustNotBeTheLast(onlyAdmin);
            person.TakeOn(duties);
        }

        /// <summary>A guest keeps neither duties nor a place in the teams.</summary>
        public void ChangeKind(PersonKind kind, bool onlyAdmin)
        {
            if (kind == PersonKind.Guest)
            {
                person.MustNotBeTheLast(onlyAdmin);
                person.TakeOn(Duties.None);
                (person.TeamId, person.ManagerId) = (null, null);
            }
            person.Become(kind);
        }

        /// <summary>Sets whom the person reports to; <paramref name="above"/> is everybody above that manager.</summary>
        public void ReportTo(Person? manager, IReadOnlyCollection<Guid> above)
        {
            if (manager?.Id == person.Id)
                throw new Refusal("Nobody reports to themselves.");
            if (manager is not null && above.Contains(person.Id))
                throw new Refusal($"{manager.Name} already reports to {person.Name}, directly or through others.");
            if (manager is not null && (manager.Kind == PersonKind.Guest || person.Kind == PersonKind.Guest))
                throw new Refusal("Guests stand outside the lines of reporting.");
            person.ManagerId = manager?.Id;
        }

        private void MustNotBeTheLast(bool onlyAdmin)
        {
            if (onlyAdmin && person.MayLookAfterPeople)
                throw new Refusal($"{person.Name} is the last administrator. Make somebody else an administrator first.");
        }
    }

    extension(Team team)
    {
        /// <summary>Moves the team with all below it; <paramref name="above"/> is every team above the new parent.</summary>
        public void StandUnder(Team? parent, IReadOnlyCollection<Guid> above)
        {
            if (parent is not null && above.Contains(team.Id))
                throw new Refusal($"{parent.Name} stands below {team.Name}, so {team.Name} cannot move there.");
            team.MoveUnder(parent?.Id);
        }

        public void BeLedBy(Person? manager)
        {
            if (manager is { Active: false } or { Kind: PersonKind.Guest })
                throw new Refusal("A team is led by an active employee.");
            team.ManagerId = manager?.Id;
        }
    }
}
