using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Intranet.App.Data;

/// <summary>Keeps what was, where figures of the past are counted by it. It stands where rows are saved, so that no act can forget it.</summary>
internal static class History
{
    public static void Keep(IntranetDb db)
    {
        foreach (var person in db.ChangeTracker.Entries<Person>().Where(e => e.State == EntityState.Modified).ToList())
            Place(db, person);
        foreach (var seat in db.ChangeTracker.Entries<Membership>().Where(e => e.State == EntityState.Deleted).ToList())
            db.FormerSeats.Add(new FormerSeat(seat.Entity, db.Now));
    }

    private static void Place(IntranetDb db, EntityEntry<Person> person)
    {
        var before = person.OriginalValues;
        var since = before.GetValue<DateTimeOffset?>(nameof(Person.Since));
        var left = before.GetValue<DateTimeOffset?>(nameof(Person.DeactivatedAt));
        var moved = person.Property(p => p.TeamId).IsModified || person.Property(p => p.Kind).IsModified;
        var back = left is not null && person.Entity.Active;
        var counted = since is not null || !before.GetValue<bool>(nameof(Person.Placeholder));
        if (!counted || !(moved || back))
            return;
        if (before.GetValue<PersonKind>(nameof(Person.Kind)) == PersonKind.Employee)
            db.Placements.Add(new Placement(person.Entity.Id, before.GetValue<Guid?>(nameof(Person.TeamId)), since, left ?? db.Now));
        person.Property(p => p.Since).CurrentValue = db.Now;
    }
}
