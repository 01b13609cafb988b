using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Approving;
using Intranet.Domain.Documents.Keeping;
using Intranet.Domain.Documents.Sharing;
using Intranet.Domain.Documents.Talk;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.App.Data;

/// <summary>What people do about documents: talk, approve, watch, let outsiders in, and decide how long they are kept.</summary>
internal sealed class DocumentTalkModel
    : IEntityTypeConfiguration<Remark>,
        IEntityTypeConfiguration<Approval>,
        IEntityTypeConfiguration<ApprovalVoice>,
        IEntityTypeConfiguration<Watch>,
        IEntityTypeConfiguration<ShareLink>,
        IEntityTypeConfiguration<Received>,
        IEntityTypeConfiguration<KeepingRule>
{
    public void Configure(EntityTypeBuilder<Remark> b)
    {
        b.Property(x => x.Text).HasMaxLength(Remark.Limit);
        b.Property(x => x.ClientKey).HasMaxLength(DocumentsModel.ClientKey);
        b.HasIndex(x => new { x.NodeId, x.At });
        b.HasIndex(x => new { x.AuthorId, x.ClientKey }).IsUnique();
        b.Ignore(x => x.Removed).Ignore(x => x.Open);
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<Approval> b)
    {
        b.Property(x => x.Note).HasMaxLength(DocumentVersion.NoteLimit);
        b.Property(x => x.ClientKey).HasMaxLength(DocumentsModel.ClientKey);
        b.HasIndex(x => new { x.AskedById, x.ClientKey }).IsUnique();
        // One question about a version at a time.
        b.HasIndex(x => new { x.NodeId, x.Number }).IsUnique().HasFilter("\"State\" = 0");
        b.HasIndex(x => new { x.NodeId, x.AskedAt });
        b.Ignore(x => x.Waits);
        b.HasMany(x => x.Voices).WithOne().HasForeignKey(x => x.ApprovalId);
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<ApprovalVoice> b)
    {
        b.HasKey(x => new { x.ApprovalId, x.PersonId });
        b.Property(x => x.Word).HasMaxLength(DocumentVersion.NoteLimit);
        b.HasIndex(x => x.PersonId).HasFilter("\"Agrees\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<Watch> b)
    {
        b.HasKey(x => new { x.PersonId, x.NodeId });
        b.HasIndex(x => x.NodeId);
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<ShareLink> b)
    {
        b.Property(x => x.Key).HasMaxLength(40);
        b.Property(x => x.Title).HasMaxLength(ShareLink.TitleLimit);
        b.Property(x => x.PasswordHash).HasMaxLength(200);
        b.Property(x => x.ClientKey).HasMaxLength(DocumentsModel.ClientKey);
        b.HasIndex(x => x.Key).IsUnique();
        b.HasIndex(x => new { x.MadeById, x.ClientKey }).IsUnique();
        b.HasIndex(x => x.NodeId);
        b.HasIndex(x => new { x.SpaceId, x.ExpiresAt });
        b.Ignore(x => x.Withdrawn).Ignore(x => x.UsedUp);
        b.HasOne<Node>().WithMany().HasForeignKey(x => x.NodeId);
    }

    public void Configure(EntityTypeBuilder<KeepingRule> b)
    {
        b.HasKey(x => x.SpaceId);
        b.Property(x => x.HeldBecause).HasMaxLength(DocumentVersion.NoteLimit);
        b.Ignore(x => x.Held);
        b.HasOne<Space>().WithOne().HasForeignKey<KeepingRule>(x => x.SpaceId);
    }

    public void Configure(EntityTypeBuilder<Received> b)
    {
        b.ToTable("Received");
        b.Property(x => x.Name).HasMaxLength(Node.NameLimit);
        b.Property(x => x.From).HasMaxLength(Received.FromLimit);
        b.Property(x => x.BlobKey).HasMaxLength(DocumentsModel.BlobKey);
        b.Property(x => x.ContentType).HasMaxLength(DocumentsModel.TypeLimit);
        b.Property(x => x.ClientKey).HasMaxLength(DocumentsModel.ClientKey);
        b.HasIndex(x => new { x.LinkId, x.ClientKey }).IsUnique();
        b.HasIndex(x => new { x.FolderId, x.At });
        b.HasIndex(x => x.BlobKey);
        b.Ignore(x => x.File);
        b.HasOne<ShareLink>().WithMany().HasForeignKey(x => x.LinkId);
    }
}
