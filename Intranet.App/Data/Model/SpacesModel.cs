using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.App.Data;

internal sealed class SpacesModel
    : IEntityTypeConfiguration<Space>,
        IEntityTypeConfiguration<Membership>,
        IEntityTypeConfiguration<FormerSeat>,
        IEntityTypeConfiguration<AccessRequest>,
        IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Space> b)
    {
        b.Property(x => x.Name).HasMaxLength(Space.NameLimit);
        b.Property(x => x.Description).HasMaxLength(Space.DescriptionLimit);
        b.Property(x => x.LinkKey).HasMaxLength(32);
        b.Property(x => x.Source).HasMaxLength(80);
        b.HasIndex(x => x.LinkKey).IsUnique();
        b.Property(x => x.OwnerTurns).IsConcurrencyToken();
        b.Ignore(x => x.Archived);
    }

    public void Configure(EntityTypeBuilder<Membership> b)
    {
        b.HasKey(x => new { x.PersonId, x.SpaceId });
        b.HasIndex(x => x.SpaceId);
        b.Ignore(x => x.MayModerate).Ignore(x => x.Owns).Ignore(x => x.Standing);
        b.HasOne(x => x.Space).WithMany().HasForeignKey(x => x.SpaceId);
        b.HasOne(x => x.Person).WithMany().HasForeignKey(x => x.PersonId);
    }

    public void Configure(EntityTypeBuilder<FormerSeat> b)
    {
        b.HasOne<Space>().WithMany().HasForeignKey(x => x.SpaceId).OnDelete(DeleteBehavior.Cascade);
        b.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AccessRequest> b)
    {
        b.Property(x => x.Message).HasMaxLength(AccessRequest.MessageLimit);
        b.Property(x => x.Reason).HasMaxLength(AccessRequest.MessageLimit);
        b.Property(x => x.DecidedAt).IsConcurrencyToken();
        b.HasIndex(x => new { x.SpaceId, x.PersonId }).IsUnique();
        b.HasIndex(x => x.PersonId);
        b.Ignore(x => x.Open).Ignore(x => x.Withdrawn).Ignore(x => x.Declined);
        b.HasOne<Space>().WithMany().HasForeignKey(x => x.SpaceId);
        b.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
    }

    public void Configure(EntityTypeBuilder<Invitation> b)
    {
        b.Property(x => x.Email).HasMaxLength(Person.EmailLimit);
        b.Property(x => x.TokenHash).HasMaxLength(64);
        b.Property(x => x.AcceptedAt).IsConcurrencyToken();
        b.Property(x => x.WithdrawnAt).IsConcurrencyToken();
        b.Ignore(x => x.AwaitsApproval);
        b.HasIndex(x => x.TokenHash).IsUnique();
        b.HasIndex(x => x.SpaceId);
        b.HasIndex(x => x.PersonId);
        b.HasOne<Space>().WithMany().HasForeignKey(x => x.SpaceId);
    }
}
