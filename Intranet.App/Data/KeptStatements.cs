using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Intranet.App.Data;

/// <summary>
/// Keeps the statements of a connection as SQLite has translated them: translating an insert with its triggers, or a question with the
/// rule of sight, takes longer than running it. One operation at a time uses a connection, so nobody else is here.
/// </summary>
/// <param name="most">How many are kept: what has lists of its own length in it would fill any number.</param>
internal sealed class KeptStatements(int most) : DbCommandInterceptor, IDisposable
{
    private readonly Dictionary<string, Kept> _kept = [];

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => Run((SqliteCommand)command, kept => InterceptionResult<DbDataReader>.SuppressWithResult(kept.ExecuteReader()), result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => new(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => Run((SqliteCommand)command, kept => InterceptionResult<int>.SuppressWithResult(kept.ExecuteNonQuery()), result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => new(NonQueryExecuting(command, eventData, result));

    public void Dispose()
    {
        foreach (var kept in _kept.Values)
            kept.Dispose();
        _kept.Clear();
    }

    private T Run<T>(SqliteCommand asked, Func<Kept, T> run, T otherwise)
    {
        if (Find(asked) is not { } kept)
            return otherwise;
        try
        {
            return run(kept);
        }
        catch
        {
            // How far a failed statement came is not worth knowing.
            _kept.Remove(asked.CommandText);
            kept.Dispose();
            throw;
        }
    }

    private Kept? Find(SqliteCommand asked)
    {
        if (!_kept.TryGetValue(asked.CommandText, out var kept))
        {
            if (_kept.Count == most)
                return null;
            _kept[asked.CommandText] = kept = new Kept(asked.CommandText, asked.Connection!);
        }
        // Somebody reads row by row from the same statement and asks it again in between.
        if (kept.Busy)
            return null;
        kept.Transaction = asked.Transaction;
        kept.Parameters.Clear();
        foreach (SqliteParameter parameter in asked.Parameters)
            kept.Parameters.Add(parameter);
        return kept;
    }

    private sealed class Kept(string text, SqliteConnection connection) : SqliteCommand(text, connection)
    {
        public bool Busy => DataReader is not null;
    }
}
