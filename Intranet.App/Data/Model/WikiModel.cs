using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Wiki;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.App.Data;

/// <summary>What is known of pages besides their versions.</summary>
internal sealed class WikiModel
    : IEntityTypeConfiguration<PageCare>,
        IEntityTypeConfiguration<PageEditing>,
        IEntityTypeConfiguration<PageDraft>,
        IEntityTypeConfiguration<PageLink>
{
    private const int ClientKey = 64;

    public void Configure(EntityTypeBuilder<PageCare> b)
    {
        b.ToTable("PageCares");
        b.HasKey(x => x.NodeId);
        b.HasIndex(x => x.SpaceId).HasFilter("\"IsTemplate\"");
        b.HasIndex(x => x.ReviewBy).HasFilter("\"OwnerId\" IS NOT NULL");
        b.Ignore(x => x.Empty);
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<PageEditing> b)
    {
        b.ToTable("PageEditings");
        b.HasKey(x => new { x.NodeId, x.PersonId });
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<PageDraft> b)
    {
        b.ToTable("PageDrafts");
        b.HasKey(x => new { x.PersonId, x.NodeId });
        b.Property(x => x.ClientKey).HasMaxLength(ClientKey);
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<PageLink> b)
    {
        b.ToTable("PageLinks");
        b.HasKey(x => new { x.FromNodeId, x.ToNodeId });
        // What it leads to may be gone, or never have been.
        b.HasIndex(x => x.ToNodeId);
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.FromNodeId);
    }
}
