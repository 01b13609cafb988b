using Intranet.Domain.Activity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.App.Data;

internal sealed class LedgerModel : IEntityTypeConfiguration<Act>, IEntityTypeConfiguration<Cursor>
{
    public void Configure(EntityTypeBuilder<Act> b)
    {
        b.ToTable("Activities");
        b.Property(x => x.Id).ValueGeneratedOnAdd();
        b.HasIndex(x => new { x.SourceId, x.ExternalKey }).IsUnique().HasFilter("\"ExternalKey\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<Cursor> b)
    {
        b.HasKey(x => x.Name);
        b.Property(x => x.Name).HasMaxLength(60);
    }
}
