using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>
/// Acts on SQLite take turns, because it has one writer, and on one connection, because its page cache stays valid as long as nobody
/// else writes. Who waits for a turn joins the transaction that is open, behind a savepoint of their own; all are answered when it is
/// committed. Waiting here is fair and cheap; waiting in SQLite is neither.
/// </summary>
internal sealed class Turns(string address) : IDisposable
{
    /// <summary>Acts that share a commit at most, so that the first does not wait long for the last.</summary>
    private const int Most = 16;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly KeptStatements _kept = new();
    private readonly Lazy<SqliteConnection> _connection = new(() => Open(address));
    private DbContextOptions<SqliteIntranetDb>? _options;
    private Round? _round;
    private int _waiting;
    private bool _closed;

    /// <summary>Runs one act and returns when it is committed. One that takes long goes alone, so that no quick one waits for it to be committed.</summary>
    public async Task<T> Take<T>(Func<DbContextOptions<SqliteIntranetDb>, SqliteIntranetDb> open, bool alone, Func<IntranetDb, Task<T>> act)
    {
        Interlocked.Increment(ref _waiting);
        await _gate.WaitAsync();
        Interlocked.Decrement(ref _waiting);
        Round round;
        T result;
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (alone)
                Finish();
            _options ??= Databases.Sqlite(options => options.UseSqlite(_connection.Value).AddInterceptors(_kept));
            round = _round ??= new Round(_connection.Value.BeginTransaction());
            try
            {
                await using var db = open(_options);
                result = await round.Run(db, act);
            }
            finally
            {
                if (alone || round.Acts == Most || Volatile.Read(ref _waiting) == 0)
                    Finish();
            }
        }
        finally
        {
            _gate.Release();
        }
        await round.Over;
        return result;
    }

    /// <summary>Waits its turn: an act that has begun is committed, one that still waits is refused. The gate stays, because those stand at it.</summary>
    public void Dispose()
    {
        _gate.Wait();
        try
        {
            if (_closed)
                return;
            _closed = true;
            Finish();
            _kept.Dispose();
            if (_connection.IsValueCreated)
                _connection.Value.Dispose();
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Finish()
    {
        _round?.Finish();
        _round = null;
    }

    private static SqliteConnection Open(string address)
    {
        var connection = new SqliteConnection(address);
        connection.Open();
        SqlitePragmas.Set(connection, SqlitePragmas.Writing);
        return connection;
    }

    /// <summary>The acts that share one transaction.</summary>
    private sealed class Round(SqliteTransaction transaction)
    {
        private const string Mark = "act";
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Ends with the commit, and for all in the same way.</summary>
        public Task Over => _over.Task;

        public int Acts { get; private set; }

        public async Task<T> Run<T>(IntranetDb db, Func<IntranetDb, Task<T>> act)
        {
            Acts++;
            transaction.Save(Mark);
            try
            {
                await db.Database.UseTransactionAsync(transaction);
                return await act(db);
            }
            catch
            {
                transaction.Rollback(Mark);
                throw;
            }
            finally
            {
                transaction.Release(Mark);
            }
        }

        public void Finish()
        {
            try
            {
                using (transaction)
                    transaction.Commit();
                _over.SetResult();
            }
            catch (Exception e)
            {
                _over.SetException(e);
            }
        }
    }
}
