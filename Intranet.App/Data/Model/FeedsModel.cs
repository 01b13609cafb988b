using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.App.Data;

internal sealed class FeedsModel
    : IEntityTypeConfiguration<Post>,
        IEntityTypeConfiguration<Comment>,
        IEntityTypeConfiguration<Reaction>,
        IEntityTypeConfiguration<Revision>,
        IEntityTypeConfiguration<Draft>,
        IEntityTypeConfiguration<Picture>,
        IEntityTypeConfiguration<Showing>
{
    public void Configure(EntityTypeBuilder<Post> b)
    {
        b.Property(x => x.Title).HasMaxLength(Post.TitleLimit);
        b.Property(x => x.ClientKey).HasMaxLength(64);
        b.Property(x => x.Source).HasMaxLength(80);
        b.Property(x => x.ExternalId).HasMaxLength(200);
        b.ComplexProperty(x => x.Body, Written);
        b.HasIndex(x => new { x.AuthorId, x.ClientKey }).IsUnique();
        b.HasIndex(x => new
            {
                x.SpaceId,
                x.At,
                x.Id,
            })
            .HasFilter("\"RemovedAt\" IS NULL");
        b.HasIndex(x => new
            {
                x.AuthorId,
                x.At,
                x.Id,
            })
            .HasFilter("\"RemovedAt\" IS NULL");
        b.HasIndex(x => new { x.SpaceId, x.PinnedAt }).HasFilter("\"PinnedAt\" IS NOT NULL");
        b.HasIndex(x => new { x.SpaceId, x.At }, "IX_Posts_Announcements").HasFilter("\"Kind\" = 2");
        b.HasIndex(x => x.At);
        b.HasIndex(x => x.SharedPostId).HasFilter("\"SharedPostId\" IS NOT NULL");
        b.Ignore(x => x.Removed);
        b.HasOne(x => x.Space).WithMany().HasForeignKey(x => x.SpaceId);
    }

    public void Configure(EntityTypeBuilder<Comment> b)
    {
        b.Property(x => x.ClientKey).HasMaxLength(64);
        b.Property(x => x.ExternalId).HasMaxLength(200);
        b.ComplexProperty(x => x.Body, Written);
        b.HasIndex(x => new { x.AuthorId, x.ClientKey }).IsUnique();
        b.HasIndex(x => new { x.PostId, x.At });
        b.Ignore(x => x.Removed);
        b.HasOne<Post>().WithMany().HasForeignKey(x => x.PostId);
    }

    public void Configure(EntityTypeBuilder<Reaction> b)
    {
        b.HasIndex(x => new
        {
            x.PostId,
            x.ThingId,
            x.Kind,
        });
        b.HasIndex(x => new
            {
                x.ThingId,
                x.PersonId,
                x.Kind,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<Revision> b)
    {
        b.Property(x => x.Title).HasMaxLength(Post.TitleLimit);
        b.Property(x => x.Markdown).HasMaxLength(Body.Limit);
        b.HasIndex(x => x.ThingId);
    }

    public void Configure(EntityTypeBuilder<Draft> b)
    {
        b.HasKey(x => new { x.PersonId, x.Place });
        b.Property(x => x.Place).HasMaxLength(Draft.PlaceLimit);
        b.Property(x => x.Title).HasMaxLength(Post.TitleLimit);
        b.Property(x => x.Markdown).HasMaxLength(Body.Limit);
        b.Property(x => x.Options).HasMaxLength(2000);
        b.Property(x => x.People).HasMaxLength(400);
        b.Property(x => x.ClientKey).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<Picture> b)
    {
        b.Property(x => x.BlobKey).HasMaxLength(400);
    }

    public void Configure(EntityTypeBuilder<Showing> b)
    {
        b.HasKey(x => new { x.PictureId, x.SpaceId });
        b.HasOne<Picture>().WithMany().HasForeignKey(x => x.PictureId);
        b.HasOne<Space>().WithMany().HasForeignKey(x => x.SpaceId);
    }

    private static void Written(ComplexPropertyBuilder<Body> body)
    {
        body.Property(x => x.Markdown).HasMaxLength(Body.Limit).HasColumnName("Markdown");
        body.Property(x => x.Html).HasColumnName("Html");
        body.Property(x => x.Excerpt).HasMaxLength(Body.ExcerptLimit).HasColumnName("Excerpt");
        body.Property(x => x.RendererVersion).HasColumnName("RendererVersion");
    }
}
