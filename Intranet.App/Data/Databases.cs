using System.Runtime.Versioning;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Intranet.App.Data;

/// <summary>Opens the configured database for a viewer. The one place that names a provider.</summary>
public sealed class Databases : IDisposable
{
    private readonly DbContextOptions<SqliteIntranetDb>? _sqlite;
    private readonly DbContextOptions<PostgresIntranetDb>? _postgres;

    /// <summary>
    /// All acts take turns on one connection: its page cache stays valid as long as nobody else writes, where a connection from the
    /// pool would read every page of every index again.
    /// </summary>
    private readonly Lazy<(SqliteConnection Connection, DbContextOptions<SqliteIntranetDb> Options)>? _writing;
    private readonly TimeProvider _clock;

    /// <summary>Identity's tables come in versions, and the base context asks only its services which one; version 3 has passkeys.</summary>
    private static readonly ServiceProvider Schema = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public Databases(Installation installation, TimeProvider clock)
    {
        _clock = clock;
        if (installation.Postgres is { } connection)
            _postgres = Postgres(connection);
        else
            (_sqlite, _writing) = (Sqlite(Address(installation.SqliteFile)), new(() => Writing(Address(installation.SqliteFile))));
    }

    public bool Embedded => _sqlite is not null;

    public IntranetDb Open(Viewer viewer) =>
        _sqlite is not null
            ? new SqliteIntranetDb(_sqlite, viewer, _clock.GetUtcNow())
            : new PostgresIntranetDb(_postgres!, viewer, _clock.GetUtcNow());

    /// <summary>For one act at a time; on SQLite the caller holds the write gate.</summary>
    internal IntranetDb OpenToWrite(Viewer viewer) =>
        _writing is null ? Open(viewer) : new SqliteIntranetDb(_writing.Value.Options, viewer, _clock.GetUtcNow());

    public void Dispose()
    {
        if (_writing is { IsValueCreated: true })
            _writing.Value.Connection.Dispose();
    }

    /// <summary>Gives the database this version's shape. Where it has that already, which is nearly always, two questions are all it takes.</summary>
    public async Task Migrate(CancellationToken stop = default)
    {
        await using var db = Open(Viewer.Nobody);
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any())
            await db.Database.MigrateAsync(stop);
        await FullText.Prepare(db, stop);
        if (Embedded && !OperatingSystem.IsWindows())
            Close(db.Database.GetDbConnection().DataSource);
    }

    /// <summary>For the owner's eyes only, even in a folder that others may enter; the log beside it gets the rights of the database.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void Close(string file)
    {
        foreach (var path in new[] { file, $"{file}-wal", $"{file}-shm" }.Where(File.Exists))
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Whether a write failed because another changed or made the same row in the meantime.</summary>
    internal static bool Collided(DbUpdateException e) =>
        e is DbUpdateConcurrencyException
        || e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation }
        || e.InnerException is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    /// <summary>What the database itself finds wrong with its content; null when it is whole. PostgreSQL keeps checksums of its own.</summary>
    public async Task<string?> Damage(IntranetDb db, CancellationToken stop)
    {
        if (!Embedded)
            return null;
        var answers = await db.Database.SqlQueryRaw<string>("SELECT quick_check AS \"Value\" FROM pragma_quick_check").ToListAsync(stop);
        return answers is ["ok"] ? null : string.Join(" ", answers.Take(5));
    }

    internal static DbContextOptions<SqliteIntranetDb> Sqlite(string address) =>
        Options<SqliteIntranetDb>().UseSqlite(address).AddInterceptors(new SqlitePragmas()).Options;

    internal static string Address(string file) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();

    private static (SqliteConnection, DbContextOptions<SqliteIntranetDb>) Writing(string address)
    {
        var connection = new SqliteConnection(address);
        connection.Open();
        SqlitePragmas.Set(connection, SqlitePragmas.Writing);
        return (connection, Options<SqliteIntranetDb>().UseSqlite(connection).Options);
    }

    internal static DbContextOptions<PostgresIntranetDb> Postgres(string connection) =>
        Options<PostgresIntranetDb>().UseNpgsql(connection).Options;

    /// <summary>What all options have in common, so that they share one model. Whether it has changes without a migration is a test's question, not every start's.</summary>
    private static DbContextOptionsBuilder<T> Options<T>()
        where T : IntranetDb =>
        new DbContextOptionsBuilder<T>()
            .UseApplicationServiceProvider(Schema)
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
}
