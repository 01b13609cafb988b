using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Order;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.App.Data;

internal sealed class OrderModel
    : IEntityTypeConfiguration<NodeTag>,
        IEntityTypeConfiguration<Column>,
        IEntityTypeConfiguration<ColumnValue>,
        IEntityTypeConfiguration<SavedView>
{
    private const int ClientKey = 64;

    public void Configure(EntityTypeBuilder<NodeTag> b)
    {
        b.HasKey(x => new { x.NodeId, x.Key });
        b.Property(x => x.Name).HasMaxLength(Tag.Limit);
        // Normalising may write one character as three.
        b.Property(x => x.Key).HasMaxLength(3 * Tag.Limit);
        b.HasIndex(x => new { x.SpaceId, x.Key });
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<Column> b)
    {
        b.Property(x => x.Name).HasMaxLength(Column.NameLimit);
        b.Property(x => x.ChoiceLines).HasMaxLength(Column.MostChoices * (Column.NameLimit + 1));
        b.Ignore(x => x.Choices);
        b.HasOne<Space>().WithMany().HasForeignKey(x => x.SpaceId);
    }

    public void Configure(EntityTypeBuilder<ColumnValue> b)
    {
        b.HasKey(x => new { x.NodeId, x.ColumnId });
        b.Property(x => x.Text).HasMaxLength(ColumnValue.TextLimit);
        b.Property(x => x.Key).HasMaxLength(3 * ColumnValue.TextLimit);
        b.HasIndex(x => new { x.ColumnId, x.Key });
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
        b.HasOne<Column>().WithMany().HasForeignKey(x => x.ColumnId);
    }

    public void Configure(EntityTypeBuilder<SavedView> b)
    {
        b.Property(x => x.Name).HasMaxLength(SavedView.NameLimit);
        b.Property(x => x.Wish).HasMaxLength(SavedView.WishLimit);
        b.Property(x => x.ClientKey).HasMaxLength(ClientKey);
        b.HasIndex(x => new { x.MadeById, x.ClientKey }).IsUnique();
        b.HasIndex(x => x.SpaceId);
        b.HasOne<Space>().WithMany().HasForeignKey(x => x.SpaceId);
    }
}
