using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.App.Data;

/// <summary>Somebody stands at a door: an employee who asked and was not let in, or somebody with an invitation. The rule of sight rests on it, so it has no rule itself.</summary>
public sealed class Knock
{
    public Guid SpaceId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>Null for a request.</summary>
    public DateTimeOffset? InvitedUntil { get; private set; }
    public DateTimeOffset? DeclinedAt { get; private set; }
}

/// <summary>A space in use whose owners have all gone. Its name is told only where it stands in lists anyway.</summary>
public sealed class Vacancy
{
    public Guid Id { get; private set; }
    public string? Name { get; private set; }
    public SpacePurpose Purpose { get; private set; }
    public Openness Openness { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
}

internal sealed class SpaceGlances : IEntityTypeConfiguration<Knock>, IEntityTypeConfiguration<Vacancy>
{
    public void Configure(EntityTypeBuilder<Knock> b) =>
        b.HasNoKey()
            .ToSqlQuery(
                """
                SELECT i."SpaceId", i."PersonId", i."ExpiresAt" AS "InvitedUntil", i."WithdrawnAt" AS "DeclinedAt" FROM "Invitations" i
                JOIN "People" p ON p."Id" = i."PersonId" WHERE p."DeactivatedAt" IS NULL
                AND i."AcceptedAt" IS NULL AND i."WithdrawnAt" IS NULL AND NOT i."Extends"
                AND (i."SecondApproverId" IS NULL OR i."SecondApprovedAt" IS NOT NULL)
                UNION ALL
                SELECT r."SpaceId", r."PersonId", NULL AS "InvitedUntil", r."DecidedAt" AS "DeclinedAt" FROM "AccessRequests" r
                JOIN "People" p ON p."Id" = r."PersonId" WHERE p."DeactivatedAt" IS NULL AND p."Kind" = 0
                AND (r."DecidedAt" IS NULL OR (NOT r."Admitted" AND r."DecidedById" <> r."PersonId"))
                """
            );

    public void Configure(EntityTypeBuilder<Vacancy> b) =>
        b.HasNoKey()
            .ToSqlQuery(
                """
                SELECT s."Id", CASE WHEN s."Openness" < 2 THEN s."Name" END AS "Name", s."Purpose", s."Openness", s."CreatedAt"
                FROM "Spaces" s WHERE s."ArchivedAt" IS NULL AND s."Source" IS NULL AND NOT EXISTS (
                SELECT 1 FROM "Memberships" m JOIN "People" p ON p."Id" = m."PersonId"
                WHERE m."SpaceId" = s."Id" AND m."Role" = 3 AND p."DeactivatedAt" IS NULL)
                """
            );
}
