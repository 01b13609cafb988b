using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.App.Data;

internal sealed class FeedMarksModel
    : IEntityTypeConfiguration<Mention>,
        IEntityTypeConfiguration<PostTopic>,
        IEntityTypeConfiguration<PollOption>,
        IEntityTypeConfiguration<PollVote>,
        IEntityTypeConfiguration<Bookmark>,
        IEntityTypeConfiguration<Follow>,
        IEntityTypeConfiguration<Seen>,
        IEntityTypeConfiguration<Praise>
{
    public void Configure(EntityTypeBuilder<Mention> b)
    {
        b.HasKey(x => new { x.ThingId, x.PersonId });
        b.HasIndex(x => x.PersonId);
        b.HasIndex(x => x.PostId);
    }

    public void Configure(EntityTypeBuilder<PostTopic> b)
    {
        b.HasKey(x => new { x.PostId, x.Topic });
        b.Property(x => x.Topic).HasMaxLength(PostTopic.Limit);
        b.HasIndex(x => new { x.Topic, x.PostId });
    }

    public void Configure(EntityTypeBuilder<PollOption> b)
    {
        b.Property(x => x.Text).HasMaxLength(PollOption.TextLimit);
        b.HasIndex(x => x.PostId);
    }

    public void Configure(EntityTypeBuilder<PollVote> b)
    {
        b.HasKey(x => new { x.PostId, x.PersonId });
        b.HasIndex(x => x.OptionId);
    }

    public void Configure(EntityTypeBuilder<Bookmark> b) => b.HasKey(x => new { x.PersonId, x.PostId });

    public void Configure(EntityTypeBuilder<Follow> b)
    {
        b.HasKey(x => new { x.PersonId, x.PostId });
        b.HasIndex(x => x.PostId);
    }

    public void Configure(EntityTypeBuilder<Praise> b) => b.HasKey(x => new { x.PostId, x.PersonId });

    public void Configure(EntityTypeBuilder<Seen> b)
    {
        b.ToTable("Seen");
        b.HasKey(x => new { x.PostId, x.PersonId });
    }
}
