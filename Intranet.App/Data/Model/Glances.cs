using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.App.Data;

/// <summary>A valid place in a space: the membership of somebody who is active. The rule of sight rests on it, so it has no rule itself.</summary>
public sealed class Seat
{
    public Guid SpaceId { get; private set; }
    public Guid PersonId { get; private set; }
    public SpaceRole Role { get; private set; }
    public DateTimeOffset? EndsAt { get; private set; }
    public DateTimeOffset JoinedAt { get; private set; }
}

/// <summary>An active employee. The rule of sight rests on it, so it has no rule itself.</summary>
public sealed class Insider
{
    public Guid Id { get; private set; }
    public Duties Duties { get; private set; }
}

/// <summary>Who wrote something one may read: the author stays named after leaving the space or the organisation.</summary>
public sealed class Byline
{
    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public string? AvatarKey { get; private set; }
    public string? Title { get; private set; }
    public string? Team { get; private set; }
    public PersonKind Kind { get; private set; }
}

/// <summary>What somebody who is not in a space may know of it: that it exists, and how to ask.</summary>
public sealed class Doorway
{
    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public string? Description { get; private set; }
    public SpacePurpose Purpose { get; private set; }
    public Openness Openness { get; private set; }
    public string LinkKey { get; private set; } = "";
    public DateTimeOffset? ArchivedAt { get; private set; }
}

/// <summary>Where a post or answer stands in time: the key of a page read by SQL. It holds no content, and what is read by it is cut to the viewer after.</summary>
public sealed class Placing
{
    public Guid Id { get; private set; }
    public DateTimeOffset At { get; private set; }
}

internal sealed class Glances
    : IEntityTypeConfiguration<Seat>,
        IEntityTypeConfiguration<Insider>,
        IEntityTypeConfiguration<Byline>,
        IEntityTypeConfiguration<Placing>,
        IEntityTypeConfiguration<Tally>,
        IEntityTypeConfiguration<Doorway>
{
    public void Configure(EntityTypeBuilder<Seat> b) =>
        b.HasNoKey()
            .ToSqlQuery(
                """
                SELECT m."SpaceId", m."PersonId", m."Role", m."EndsAt", m."JoinedAt" FROM "Memberships" m
                JOIN "People" p ON p."Id" = m."PersonId" WHERE p."DeactivatedAt" IS NULL
                """
            );

    public void Configure(EntityTypeBuilder<Insider> b) =>
        b.HasNoKey().ToSqlQuery("""SELECT p."Id", p."Duties" FROM "People" p WHERE p."Kind" = 0 AND p."DeactivatedAt" IS NULL""");

    public void Configure(EntityTypeBuilder<Byline> b) =>
        b.HasNoKey()
            .ToSqlQuery(
                """
                SELECT p."Id", p."Name", p."AvatarKey", p."Title", p."Kind", t."Name" AS "Team" FROM "People" p
                LEFT JOIN "Teams" t ON t."Id" = p."TeamId"
                """
            );

    public void Configure(EntityTypeBuilder<Placing> b) => b.HasNoKey().ToView(null);

    public void Configure(EntityTypeBuilder<Tally> b) => b.HasNoKey().ToView(null);

    public void Configure(EntityTypeBuilder<Doorway> b) =>
        b.HasNoKey()
            .ToSqlQuery(
                """
                SELECT s."Id", s."Name", s."Description", s."Purpose", s."Openness", s."LinkKey", s."ArchivedAt" FROM "Spaces" s
                """
            );
}
