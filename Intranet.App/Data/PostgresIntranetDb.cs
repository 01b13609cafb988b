using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Order;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Intranet.App.Data;

/// <summary>The scale-out database.</summary>
public sealed class PostgresIntranetDb(DbContextOptions<PostgresIntranetDb> options, Viewer viewer, DateTimeOffset now)
    : IntranetDb(options, viewer, now)
{
    internal override Task<Person?> Actor(Guid id) => HotQueries<PostgresIntranetDb>.Actor(this, id);

    internal override Task<Membership?> Standing(Guid spaceId, Guid personId) =>
        HotQueries<PostgresIntranetDb>.Standing(this, spaceId, personId, Now);

    internal override Task<Guid?> Published(Guid authorId, string clientKey) =>
        HotQueries<PostgresIntranetDb>.Published(this, authorId, clientKey);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<DateTimeOffset>().HaveConversion<Utc>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // By code point, as the other database and the screens sort it.
        builder.Entity<Node>().Property(n => n.NameKey).UseCollation("C");
        builder.Entity<ColumnValue>().Property(v => v.Key).UseCollation("C");
    }

    /// <summary>PostgreSQL hands out ids before commit, so a cursor could step over a slow transaction's row for ever; ledger rows are therefore numbered under this lock, held to the commit.</summary>
    private const long LedgerLock = 0x1E_D6E2;

    private const long OneAtATimeLock = 0x0_1A7;

    internal override Task LockLedger() => Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LedgerLock})");

    public override Task OneAtATime() => Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OneAtATimeLock})");

    /// <summary>timestamptz takes moments in UTC only.</summary>
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
}
