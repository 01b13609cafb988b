using System.Collections.Concurrent;
using System.Diagnostics;
using Intranet.App;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Tests.Architecture;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Intranet.Tests.Data;

public sealed class MigratingTests
{
    private const string VersionMark = "pragma_data_version";

    [Theory, OnBoth]
    public async Task A_data_folder_of_an_older_version_gets_this_versions_shape(Engine engine)
    {
        using var databases = await Bare(engine);
        await using var db = databases.Open(Viewer.Nobody);
        var first = db.Database.GetMigrations().First();
        await db.GetService<IMigrator>().MigrateAsync(first, TestContext.Current.CancellationToken);
        Assert.Equal([first], await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));

        await databases.Migrate(TestContext.Current.CancellationToken);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await Count(db, "TextRows"));
        Assert.Equal(0, await Count(db, "Posts"));
    }

    [Theory, OnBoth]
    public async Task A_start_only_asks_a_database_that_has_its_shape(Engine engine)
    {
        using var databases = await Bare(engine);
        await databases.Migrate(TestContext.Current.CancellationToken);
        await using var db = databases.Open(Viewer.Nobody);
        using var said = new Said(db.Database.GetConnectionString()!);
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var before = await Version(db);

        await databases.Migrate(TestContext.Current.CancellationToken);

        Assert.Equal(before, await Version(db));
        // SQLite is asked past EF, which would make its model first.
        var questions = said.Commands.Where(c => !c.Contains(VersionMark, StringComparison.Ordinal)).ToList();
        Assert.Equal(engine == Engine.Sqlite, questions.Count == 0);
        Says.Nothing(questions.Where(c => !c.StartsWith("SELECT", StringComparison.Ordinal)), "Every start would wait for these.");
    }

    [Theory, OnBoth]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_is(Engine engine)
    {
        using var databases = await Bare(engine);
        await databases.Migrate(TestContext.Current.CancellationToken);
        await using var db = databases.Open(Viewer.Nobody);
        await db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0')""",
            TestContext.Current.CancellationToken
        );

        var refusal = await Assert.ThrowsAsync<Refusal>(() => databases.Migrate(TestContext.Current.CancellationToken));

        Assert.Contains("newer version", refusal.Message);
        Assert.Contains("newer version", (await Shape.Look(db, TestContext.Current.CancellationToken)).Refused);
    }

    [Fact]
    public async Task An_empty_SQLite_database_gets_what_the_migrations_would_make()
    {
        using var stepwise = await Bare(Engine.Sqlite);
        await using var old = stepwise.Open(Viewer.Nobody);
        await old.GetService<IMigrator>().MigrateAsync(old.Database.GetMigrations().First(), TestContext.Current.CancellationToken);
        await stepwise.Migrate(TestContext.Current.CancellationToken);
        using var databases = await Bare(Engine.Sqlite);
        // Two processes may begin in the same folder.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => databases.Migrate(TestContext.Current.CancellationToken))));
        await using var db = databases.Open(Viewer.Nobody);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(await Schema(old), await Schema(db));
        var mode = await db
            .Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode")
            .SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal("wal", mode);
    }

    [Fact]
    public async Task The_script_for_an_empty_database_is_that_of_the_migrations()
    {
        using var databases = await Bare(Engine.Sqlite);
        await using var db = databases.Open(Viewer.Nobody);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions);

        var kept = await Shape.Script(TestContext.Current.CancellationToken);

        Assert.True(Plain(script) == Plain(kept), "Write the script anew, as .dev/migrate does after it has added a migration.");

        static string Plain(string script) => string.Join('\n', script.ReplaceLineEndings("\n").Trim().Split('\n').Select(Unversioned));

        // Which version of EF wrote it down makes no difference.
        static string Unversioned(string line) =>
            line.StartsWith("VALUES ('2", StringComparison.Ordinal) ? line[..line.IndexOf(',')] : line;
    }

    [Theory, OnBoth]
    public async Task The_model_has_no_change_without_a_migration(Engine engine)
    {
        using var databases = await Bare(engine);
        await using var db = databases.Open(Viewer.Nobody);

        Assert.False(db.Database.HasPendingModelChanges(), "Make a migration: .dev/migrate NAME");
    }

    [Theory, OnBoth]
    public async Task Reading_and_writing_share_one_model(Engine engine)
    {
        using var databases = await Bare(engine);
        await databases.Migrate(TestContext.Current.CancellationToken);
        await using var reading = databases.Open(Viewer.Nobody);

        var writing = await databases.Write(Viewer.Nobody, db => Task.FromResult(db.Model), TestContext.Current.CancellationToken);

        Assert.Same(reading.Model, writing);
    }

    internal static async Task<Databases> Bare(Engine engine)
    {
        var folder = TestFolder.Create("bare");
        var connection = engine == Engine.Postgres ? await PostgresServer.CreateDatabase() : null;
        return new Databases(new Installation(folder, connection).Prepare(), TimeProvider.System);
    }

    private static async Task<int> Count(IntranetDb db, string table)
    {
        var sql = $"""SELECT count(*) AS "Value" FROM "{table}" """;
        return (int)await db.Database.SqlQueryRaw<long>(sql).SingleAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Changes with every commit of another connection; PostgreSQL has no such number to ask for.</summary>
    private static async Task<long> Version(IntranetDb db) =>
        db is SqliteIntranetDb
            ? await db
                .Database.SqlQueryRaw<long>($"SELECT data_version AS \"Value\" FROM {VersionMark}")
                .SingleAsync(TestContext.Current.CancellationToken)
            : 0;

    private static Task<List<string>> Schema(IntranetDb db) =>
        db
            .Database.SqlQueryRaw<string>(
                "SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS \"Value\" FROM sqlite_master WHERE name <> '__EFMigrationsLock' AND name NOT LIKE 'sqlite_%' ORDER BY type, name"
            )
            .ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>Hears what EF sends to one database.</summary>
    private sealed class Said : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentQueue<IDisposable> _ears = new();
        private readonly string _connection;

        public Said(string connection)
        {
            _connection = connection;
            _ears.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public ConcurrentQueue<string> Commands { get; } = new();

        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == DbLoggerCategory.Name)
                _ears.Enqueue(listener.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> said)
        {
            if (said.Value is CommandEventData { Context: { } db } e && said.Key == RelationalEventId.CommandExecuting.Name)
                if (db.Database.GetConnectionString() == _connection)
                    Commands.Enqueue(e.Command.CommandText.TrimStart());
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose()
        {
            foreach (var ear in _ears)
                ear.Dispose();
        }
    }
}
