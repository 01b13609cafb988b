using Intranet.Domain.Adoption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.App.Data;

internal sealed class AdoptionModel
    : IEntityTypeConfiguration<PersonDay>,
        IEntityTypeConfiguration<PersonWeek>,
        IEntityTypeConfiguration<TeamDay>,
        IEntityTypeConfiguration<SpaceDay>,
        IEntityTypeConfiguration<SpacePersonDay>,
        IEntityTypeConfiguration<TieWeek>,
        IEntityTypeConfiguration<SourceDay>,
        IEntityTypeConfiguration<CountedWeek>,
        IEntityTypeConfiguration<Source>,
        IEntityTypeConfiguration<QuestionFate>,
        IEntityTypeConfiguration<LoggedQuery>
{
    public void Configure(EntityTypeBuilder<PersonDay> b) =>
        b.ToTable("PersonDays")
            .HasKey(x => new
            {
                x.SourceId,
                x.Day,
                x.PersonId,
                x.TeamId,
            });

    public void Configure(EntityTypeBuilder<PersonWeek> b) =>
        b.ToTable("PersonWeeks")
            .HasKey(x => new
            {
                x.SourceId,
                x.Week,
                x.TeamId,
                x.PersonId,
            });

    public void Configure(EntityTypeBuilder<CountedWeek> b) => b.ToTable("CountedWeeks").HasKey(x => new { x.SourceId, x.Week });

    public void Configure(EntityTypeBuilder<TeamDay> b) =>
        b.ToTable("TeamDays")
            .HasKey(x => new
            {
                x.SourceId,
                x.Day,
                x.TeamId,
                x.Verb,
                x.Channel,
            });

    public void Configure(EntityTypeBuilder<SpaceDay> b) =>
        b.ToTable("SpaceDays")
            .HasKey(x => new
            {
                x.SourceId,
                x.SpaceId,
                x.Day,
                x.Verb,
            });

    public void Configure(EntityTypeBuilder<SpacePersonDay> b) =>
        b.ToTable("SpacePersonDays")
            .HasKey(x => new
            {
                x.SourceId,
                x.SpaceId,
                x.Day,
                x.PersonId,
            });

    public void Configure(EntityTypeBuilder<TieWeek> b) =>
        b.ToTable("TieWeeks")
            .HasKey(x => new
            {
                x.SourceId,
                x.Week,
                x.FromId,
                x.ToId,
            });

    public void Configure(EntityTypeBuilder<SourceDay> b) => b.ToTable("SourceDays").HasKey(x => new { x.SourceId, x.Day });

    public void Configure(EntityTypeBuilder<Source> b)
    {
        b.ToTable("Sources");
        b.Property(x => x.Id).ValueGeneratedNever();
        b.Property(x => x.Name).HasMaxLength(Source.NameLimit);
        b.HasIndex(x => x.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<QuestionFate> b)
    {
        b.ToTable("QuestionFates").HasKey(x => x.PostId);
        b.HasIndex(x => x.AskedAt);
    }

    public void Configure(EntityTypeBuilder<LoggedQuery> b)
    {
        b.ToTable("QueryLog");
        b.Property(x => x.Source).HasMaxLength(Source.NameLimit);
        b.Property(x => x.Scope).HasMaxLength(LoggedQuery.ScopeLimit);
        b.Property(x => x.Window).HasMaxLength(LoggedQuery.WindowLimit);
        b.HasIndex(x => new { x.PersonId, x.At });
        b.HasIndex(x => x.At);
    }
}
