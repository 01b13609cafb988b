using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Order;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.App.Data;

internal sealed class DocumentsModel
    : IEntityTypeConfiguration<Node>,
        IEntityTypeConfiguration<DocumentVersion>,
        IEntityTypeConfiguration<DocumentText>,
        IEntityTypeConfiguration<Checkout>,
        IEntityTypeConfiguration<LockToken>,
        IEntityTypeConfiguration<NodeProperty>,
        IEntityTypeConfiguration<Opening>,
        IEntityTypeConfiguration<Star>,
        IEntityTypeConfiguration<Upload>
{
    internal const int BlobKey = 64;
    internal const int ClientKey = 64;
    internal const int TypeLimit = 120;

    public void Configure(EntityTypeBuilder<Node> b)
    {
        b.Property(x => x.Name).HasMaxLength(Node.NameLimit);
        // Normalising may write one character as three.
        b.Property(x => x.NameKey).HasMaxLength(3 * Node.NameLimit);
        b.Property(x => x.Path).HasMaxLength(Node.StepLength * Node.MostDeep);
        b.Property(x => x.ClientKey).HasMaxLength(ClientKey);
        b.Property(x => x.ContentType).HasMaxLength(TypeLimit);
        b.Property(x => x.TagLine).HasMaxLength(Tag.Most * (Tag.Limit + 2)).HasDefaultValue("");
        b.HasIndex(x => new { x.MadeById, x.ClientKey }).IsUnique();
        b.HasIndex(x => new { x.FolderId, x.NameKey }).IsUnique().HasFilter("\"RemovedAt\" IS NULL");
        b.HasIndex(x => new
            {
                x.FolderId,
                x.Kind,
                x.NameKey,
            })
            .HasFilter("\"RemovedAt\" IS NULL");
        b.HasIndex(x => new { x.ChangedAt, x.Id }).HasFilter("\"Kind\" = 1 AND \"RemovedAt\" IS NULL");
        // What waits to be read: nearly always nothing, so it is found without looking at what was.
        b.HasIndex(x => x.ChangedAt, "IX_Nodes_Unread").HasFilter("\"ReadNumber\" < \"Number\" AND \"RemovedAt\" IS NULL");
        b.HasIndex(x => x.RemovedWithId).HasFilter("\"RemovedWithId\" IS NOT NULL");
        b.Ignore(x => x.Removed).Ignore(x => x.IsFolder).Ignore(x => x.Within).Ignore(x => x.Folders);
        b.HasOne<Space>().WithMany().HasForeignKey(x => x.SpaceId);
    }

    public void Configure(EntityTypeBuilder<DocumentVersion> b)
    {
        b.Property(x => x.Name).HasMaxLength(Node.NameLimit);
        b.Property(x => x.Note).HasMaxLength(DocumentVersion.NoteLimit);
        b.Property(x => x.Label).HasMaxLength(DocumentVersion.LabelLimit);
        b.Property(x => x.BlobKey).HasMaxLength(BlobKey);
        b.Property(x => x.ClientKey).HasMaxLength(ClientKey);
        b.Property(x => x.ContentType).HasMaxLength(TypeLimit);
        b.HasIndex(x => new { x.NodeId, x.Number }).IsUnique();
        b.HasIndex(x => new { x.AuthorId, x.ClientKey }).IsUnique();
        // What a space takes is added up without reading the rows.
        b.HasIndex(x => new { x.SpaceId, x.Size });
        b.HasIndex(x => x.BlobKey);
        b.Ignore(x => x.File);
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<DocumentText> b)
    {
        b.HasKey(x => x.NodeId);
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<Checkout> b)
    {
        b.HasKey(x => x.NodeId);
        b.Property(x => x.Note).HasMaxLength(DocumentVersion.NoteLimit);
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<LockToken> b)
    {
        b.Property(x => x.Owner).HasMaxLength(LockToken.OwnerLimit);
        b.HasIndex(x => x.NodeId);
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<NodeProperty> b)
    {
        b.HasKey(x => new
        {
            x.NodeId,
            x.Namespace,
            x.Name,
        });
        b.Property(x => x.Namespace).HasMaxLength(NodeProperty.NameLimit);
        b.Property(x => x.Name).HasMaxLength(NodeProperty.NameLimit);
        b.Property(x => x.Value).HasMaxLength(NodeProperty.ValueLimit);
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<Opening> b)
    {
        b.HasKey(x => new { x.VersionId, x.PersonId });
        b.HasIndex(x => new { x.PersonId, x.At });
        b.HasOne<DocumentVersion>().WithMany().HasForeignKey(x => x.VersionId);
    }

    public void Configure(EntityTypeBuilder<Star> b)
    {
        b.HasKey(x => new { x.PersonId, x.NodeId });
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<Upload> b)
    {
        b.Property(x => x.Name).HasMaxLength(Node.NameLimit);
        b.Property(x => x.ClientKey).HasMaxLength(ClientKey);
        b.Property(x => x.BlobKey).HasMaxLength(BlobKey);
        b.HasIndex(x => new { x.PersonId, x.ClientKey }).IsUnique();
        b.HasIndex(x => x.At);
        b.HasIndex(x => new { x.SpaceId, x.Size }).HasFilter("\"NodeId\" IS NULL");
        b.Ignore(x => x.Done);
        b.HasOne<Space>().WithMany().HasForeignKey(x => x.SpaceId);
    }
}
