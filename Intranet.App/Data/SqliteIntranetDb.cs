using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Intranet.App.Data;

/// <summary>The embedded database: one file, no server.</summary>
public sealed class SqliteIntranetDb(DbContextOptions<SqliteIntranetDb> options, Viewer viewer, DateTimeOffset now)
    : IntranetDb(options, viewer, now)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        conventions.Properties<Guid>().HaveConversion<BigEndianGuid>();
    }

    internal override object Key(Guid id) => id.ToByteArray(true);

    internal override Task<Person?> Actor(Guid id) => HotQueries<SqliteIntranetDb>.Actor(this, id);

    internal override Task<Membership?> Standing(Guid spaceId, Guid personId) =>
        HotQueries<SqliteIntranetDb>.Standing(this, spaceId, personId, Now);

    internal override Task<Guid?> Published(Guid authorId, string clientKey) =>
        HotQueries<SqliteIntranetDb>.Published(this, authorId, clientKey);

    internal override object Moment(DateTimeOffset at) => at.UtcTicks;

    /// <summary>SQLite compares numbers, not dates with an offset.</summary>
    private sealed class UtcTicks()
        : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    /// <summary>Sixteen bytes instead of thirty-six characters, in the order version 7 ids are made in.</summary>
    private sealed class BigEndianGuid() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));
}
