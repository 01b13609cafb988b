using Intranet.App.Access;
using Intranet.App.Shared;
using Intranet.Domain.Notifications;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.App.Data;

internal sealed class PeopleModel
    : IEntityTypeConfiguration<Person>,
        IEntityTypeConfiguration<Placement>,
        IEntityTypeConfiguration<Team>,
        IEntityTypeConfiguration<Session>,
        IEntityTypeConfiguration<EntryLink>,
        IEntityTypeConfiguration<Alias>,
        IEntityTypeConfiguration<Setting>,
        IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Person> b)
    {
        b.Property(x => x.Name).HasMaxLength(Person.NameLimit);
        b.Property(x => x.Email).HasMaxLength(Person.EmailLimit);
        b.Property(x => x.Title).HasMaxLength(Person.FieldLimit);
        b.Property(x => x.Location).HasMaxLength(Person.FieldLimit);
        b.Property(x => x.Pronouns).HasMaxLength(40);
        b.Property(x => x.TimeZone).HasMaxLength(64);
        b.Property(x => x.Language).HasMaxLength(35);
        b.Property(x => x.AvatarKey).HasMaxLength(64);
        b.Property(x => x.ExternalId).HasMaxLength(Person.ExternalIdLimit);
        b.Ignore(x => x.ExternalIds);
        b.HasIndex(x => x.Email).IsUnique();
        b.HasIndex(x => x.ExternalId);
        b.HasIndex(x => x.TeamId);
        b.HasIndex(x => x.ManagerId);
        b.Ignore(x => x.Active);
        b.HasOne<Team>().WithMany().HasForeignKey(x => x.TeamId).OnDelete(DeleteBehavior.SetNull);
        b.HasOne<Person>().WithMany().HasForeignKey(x => x.ManagerId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<Placement> b) =>
        b.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Cascade);

    public void Configure(EntityTypeBuilder<Team> b)
    {
        b.Property(x => x.Name).HasMaxLength(Team.NameLimit);
        b.HasOne<Team>().WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Session> b)
    {
        b.Property(x => x.Device).HasMaxLength(Session.DeviceLimit);
        b.Property(x => x.Address).HasMaxLength(Session.AddressLimit);
        b.HasIndex(x => x.PersonId);
        b.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<EntryLink> b)
    {
        b.HasKey(x => x.Hash);
        b.Property(x => x.Hash).HasMaxLength(64);
        b.HasIndex(x => x.PersonId);
        b.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Alias> b)
    {
        b.ToTable("Aliases");
        b.Property(x => x.Id).ValueGeneratedNever();
        b.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Setting> b)
    {
        b.HasKey(x => x.Name);
        b.Property(x => x.Name).HasMaxLength(60);
        b.Property(x => x.Value).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<Notification> b) => b.HasIndex(x => new { x.PersonId, x.At });
}
