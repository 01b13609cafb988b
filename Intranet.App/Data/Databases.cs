using System.Data;
using System.Data.Common;
using Intranet.Domain.Access;
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
    private readonly Turns? _turns;
    private readonly Readers? _readers;
    private readonly TimeProvider _clock;
    private Task _warm = Task.CompletedTask;

    /// <summary>Identity's tables come in versions, and the base context asks only its services which one; version 3 has passkeys.</summary>
    private static readonly ServiceProvider Schema = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public Databases(Installation installation, TimeProvider clock)
    {
        _clock = clock;
        if (installation.Postgres is { } connection)
        {
            _postgres = Postgres(Readable(connection));
            Connect = () => new Npgsql.NpgsqlConnection(connection);
        }
        else
        {
            var address = Address(installation.SqliteFile);
            Connect = () => new SqliteConnection(address);
            (_sqlite, _turns, _readers) = (Sqlite(address), new Turns(address, clock), new Readers(address, clock));
        }
    }

    public bool Embedded => _sqlite is not null;

    /// <summary>A connection past EF, not yet open.</summary>
    internal Func<DbConnection> Connect { get; }

    public IntranetDb Open(Viewer viewer, bool tracks = false) =>
        _sqlite is not null
            ? new SqliteIntranetDb(_sqlite, viewer, _clock.GetUtcNow()) { Tracks = tracks }
            : new PostgresIntranetDb(_postgres!, viewer, _clock.GetUtcNow()) { Tracks = tracks };

    /// <summary>Runs one act in one transaction and returns when it is committed.</summary>
    internal async Task<T> Write<T>(Viewer viewer, Func<IntranetDb, Task<T>> act, CancellationToken stop)
    {
        await _warm;
        if (_turns is not null)
            // What nobody waits for at a screen counts or takes over many rows.
            return await _turns.Take(viewer, alone: viewer == Viewer.Nobody, act);
        await using var db = Open(viewer);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var done = await act(db);
        await transaction.CommitAsync(stop);
        return done;
    }

    /// <summary>Runs one read; at once means that all its answers are as of one moment, whatever others commit meanwhile. It keeps no writer waiting.</summary>
    internal async Task<T> Read<T>(Viewer viewer, bool atOnce, Func<IntranetDb, Task<T>> ask)
    {
        await _warm;
        if (_readers is not null)
            return await _readers.Read(viewer, atOnce, ask);
        await using var db = Open(viewer);
        await using var moment = atOnce ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead) : null;
        return await ask(db);
    }

    public void Dispose()
    {
        _readers?.Dispose();
        _turns?.Dispose();
    }

    /// <summary>Whether an intranet was ever kept here; asking makes nothing. A damaged one is there as well.</summary>
    internal static async Task<bool> AnyIn(Installation installation, CancellationToken stop)
    {
        if (!Directory.Exists(installation.Folder))
            return false;
        if (installation.Postgres is null)
            return new FileInfo(installation.SqliteFile) is { Exists: true, Length: > 0 };
        using var databases = new Databases(installation, TimeProvider.System);
        await using var db = databases.Open(Viewer.Nobody);
        return (await db.Database.GetAppliedMigrationsAsync(stop)).Any();
    }

    /// <summary>Makes EF's model beside everything else, on a thread of its own; what reads or writes meanwhile waits for it without holding one.</summary>
    internal void Warm() =>
        _warm = Task.Factory.StartNew(
            () =>
            {
                using var db = Open(Viewer.Nobody);
                _ = db.Model;
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    /// <summary>Gives the database this version's shape.</summary>
    public Task Migrate(CancellationToken stop = default) => Shape.Give(this, stop);

    /// <summary>Gives back the room of what was deleted, so that its words no longer lie in the file. PostgreSQL does so by itself, in its own time.</summary>
    internal async Task Tidy(CancellationToken stop)
    {
        if (!Embedded)
            return;
        await using var connection = Connect();
        await connection.OpenAsync(stop);
        foreach (var index in FullText.Indexes)
            await connection.Run($"INSERT INTO \"{index}\"(\"{index}\") VALUES ('optimize')", stop);
        await connection.Run("VACUUM", stop);
        await connection.Run("PRAGMA wal_checkpoint(TRUNCATE)", stop);
    }

    private static string Readable(string connection)
    {
        try
        {
            if (new Npgsql.NpgsqlConnectionStringBuilder(connection).Host is { Length: > 0 })
                return connection;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            // Said below, without what was read: there may be a password in it.
        }
        throw new Refusal(
            "INTRANET_POSTGRES is no connection string. It looks like: Host=db.example;Database=intranet;Username=intranet;Password=…"
        );
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
        Sqlite(options => options.UseSqlite(address).AddInterceptors(new SqlitePragmas()));

    internal static DbContextOptions<SqliteIntranetDb> Sqlite(Action<DbContextOptionsBuilder> where)
    {
        var options = Options<SqliteIntranetDb>();
        where(options);
        return options.Options;
    }

    internal static string Address(string file) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();

    internal static DbContextOptions<PostgresIntranetDb> Postgres(string connection) =>
        Options<PostgresIntranetDb>().UseNpgsql(connection).Options;

    /// <summary>What all options have in common, so that they share one model. Whether it has changes without a migration is a test's question, not every start's.</summary>
    private static DbContextOptionsBuilder<T> Options<T>()
        where T : IntranetDb =>
        new DbContextOptionsBuilder<T>()
            .UseApplicationServiceProvider(Schema)
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
}
