using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>The one connection that writes to SQLite, and what is kept warm with it.</summary>
internal sealed class WritingConnection : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly SqliteConnection _connection;
    private readonly KeptStatements _kept = new(300);
    private readonly Savepoint _savepoint;
    private readonly DbContextOptions<SqliteIntranetDb> _options;

    public WritingConnection(string address, TimeProvider clock, Func<Action, Task> between)
    {
        _clock = clock;
        _connection = new SqliteConnection(address);
        _connection.Open();
        SqlitePragmas.Set(_connection, SqlitePragmas.Writing);
        _savepoint = new Savepoint(_connection);
        _options = Databases.Sqlite(options => options.UseSqlite(_connection).AddInterceptors(_kept));
        Checkpoints = new Checkpoints(address, _connection, between);
    }

    public Checkpoints Checkpoints { get; }

    public Round Begin() =>
        new(new SqliteIntranetDb(_options, Viewer.Nobody, _clock.GetUtcNow()), _connection.BeginTransaction(), _savepoint);

    public void Dispose()
    {
        Checkpoints.End();
        _kept.Dispose();
        _savepoint.Dispose();
        _connection.Dispose();
    }
}
