using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Intranet.Domain.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Intranet.App.Data;

/// <summary>
/// Gives a database this version's shape. SQLite is asked for it, and an empty one given it, past EF: making EF's model takes longer
/// than anything else at a start, and neither this nor the first page needs one.
/// </summary>
internal static partial class Shape
{
    private const string Tables = "SELECT count(*) FROM sqlite_master WHERE type = 'table'";
    private const string Foreign = "The database holds another program's tables and no intranet. Choose another one.";
    private const string Newer = "The database was shaped by a newer version of the intranet. Run that version, or restore a backup.";
    private const string History = """SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'""";

    public static async Task Give(Databases databases, CancellationToken stop)
    {
        await using var connection = databases.Connect();
        if (connection is not SqliteConnection sqlite)
            await Migrate(databases, stop);
        else
        {
            if (!await Stands(sqlite, stop))
                await Migrate(databases, stop);
            if (!OperatingSystem.IsWindows())
                Close(sqlite.DataSource);
        }
    }

    /// <summary>What is older takes the steps it lacks.</summary>
    private static async Task Migrate(Databases databases, CancellationToken stop)
    {
        await using var db = databases.Open(Viewer.Nobody);
        var standing = await Look(db, stop);
        if (standing.Refused is { } refused)
            throw new Refusal($"{refused} Nothing was changed.");
        if (standing.Pending > 0)
            await db.Database.MigrateAsync(stop);
        await db.Database.OpenConnectionAsync(stop);
        await FullText.Prepare(db.Database.GetDbConnection(), stop);
    }

    /// <summary>How many steps a database lacks, or why this version must leave it alone.</summary>
    internal static async Task<(int Pending, string? Refused)> Look(IntranetDb db, CancellationToken stop)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        if (applied.Count > 0 && applied.TrueForAll(known.Contains))
            return (known.Count - applied.Count, null);
        // Another program's tables may come with a history too, in which nothing of ours stands.
        if (applied.Count > 0)
            return (0, applied.Exists(known.Contains) ? Newer : Foreign);
        // An empty history is what a node that began just now has made.
        if (await db.GetService<IHistoryRepository>().ExistsAsync(stop))
            return (known.Count, null);
        var tables = db.GetService<IRelationalDatabaseCreator>();
        return await tables.ExistsAsync(stop) && await tables.HasTablesAsync(stop) ? (0, Foreign) : (known.Count, null);
    }

    /// <summary>Whether the database has this version's shape now. An empty one is given it; what is older, newer or foreign is left as it is.</summary>
    private static async Task<bool> Stands(SqliteConnection connection, CancellationToken stop)
    {
        await connection.OpenAsync(stop);
        SqlitePragmas.Set(connection, SqlitePragmas.Reading);
        var script = await Script(stop);
        if (await connection.Number(Tables, stop) == 0)
            await Make(connection, script, stop);
        if (await connection.Number(History, stop) == 0)
            return false;
        var ids = Ids().Matches(script).Select(m => m.Value).ToList();
        var others = $"""
            SELECT {ids.Count} - count(*) FILTER (WHERE ours) + count(*) FILTER (WHERE NOT ours)
            FROM (SELECT "MigrationId" IN ({string.Join(", ", ids)}) AS ours FROM "__EFMigrationsHistory")
            """;
        if (await connection.Number(others, stop) > 0)
            return false;
        await FullText.Prepare(connection, stop);
        return true;
    }

    /// <summary>All migrations one after another, as `.dev/migrate` writes them down.</summary>
    internal static async Task<string> Script(CancellationToken stop)
    {
        await using var kept = typeof(Shape).Assembly.GetManifestResourceStream("Sqlite.sql")!;
        using var reader = new StreamReader(kept);
        return await reader.ReadToEndAsync(stop);
    }

    private static async Task Make(SqliteConnection connection, string script, CancellationToken stop)
    {
        // Kept in the file, and not to be changed within a transaction.
        SqlitePragmas.Set(connection, "PRAGMA journal_mode = 'wal';");
        await using var transaction = connection.BeginTransaction();
        // Another process may have made it while this one waited for its turn.
        if (await connection.Number(Tables, stop, transaction) > 0)
            return;
        await connection.Run(script, stop, transaction);
        await transaction.CommitAsync(stop);
    }

    /// <summary>For the owner's eyes only, even in a folder that others may enter; the log beside it gets the rights of the database.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void Close(string file)
    {
        foreach (var path in new[] { file, $"{file}-wal", $"{file}-shm" }.Where(File.Exists))
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [GeneratedRegex(@"'\d{14}_\w+'")]
    private static partial Regex Ids();
}
