using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Intranet.App.Data;

/// <summary>Sets on every connection what SQLite does not keep in the file; once, because a connection from the pool has kept it.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public const string Reading =
        "PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=30000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;";

    /// <summary>The one connection that writes holds the working set of all indexes, and leaves moving the log into the file to <see cref="Checkpoints"/>.</summary>
    public const string Writing = Reading + " PRAGMA cache_size=-64000; PRAGMA wal_autocheckpoint=0;";

    private static readonly ConditionalWeakTable<sqlite3, object> Done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (Done.TryGetValue(handle, out _))
            return;
        Set(connection, Reading);
        Done.AddOrUpdate(handle, Reading);
    }

    public static void Set(DbConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
