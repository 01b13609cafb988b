using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>One connection that reads SQLite, with a context that serves one viewer after another and forgets each.</summary>
internal sealed class ReadingConnection : IDisposable
{
    /// <summary>A context keeps the room its largest answer took, and statements that come once fill the store of them; so it is made anew now and then.</summary>
    private const int Uses = 2000;

    private readonly KeptStatements _kept = new(100);
    private readonly SqliteConnection _connection;
    private readonly SqliteIntranetDb _db;
    private int _uses;

    public ReadingConnection(string address)
    {
        _connection = new SqliteConnection(address);
        _connection.Open();
        SqlitePragmas.Set(_connection, SqlitePragmas.Reading);
        var options = Databases.Sqlite(options => options.UseSqlite(_connection).AddInterceptors(_kept));
        _db = new SqliteIntranetDb(options, Viewer.Nobody, default);
    }

    public bool Spent => _uses >= Uses;

    public async Task<T> Read<T>(Viewer viewer, DateTimeOffset now, bool atOnce, Func<IntranetDb, Task<T>> ask)
    {
        _uses++;
        _db.Serve(viewer, now);
        // Left to itself, EF Core asks SQLite for a transaction that may write, and stands in the writers' way.
        await using var moment = atOnce ? _connection.BeginTransaction(deferred: true) : null;
        await _db.Database.UseTransactionAsync(moment);
        var answer = await ask(_db);
        await _db.Database.UseTransactionAsync(null);
        // Whoever kept hold of the context beyond the read sees nothing through it.
        _db.Serve(Viewer.Nobody, now);
        return answer;
    }

    public void Dispose()
    {
        _db.Dispose();
        _kept.Dispose();
        _connection.Dispose();
    }
}
