using Microsoft.Data.Sqlite;

namespace Intranet.App.Data;

/// <summary>The way back to where an act began, within the transaction it shares. Translated once, because there is one for every act.</summary>
internal sealed class Savepoint(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _set = new("SAVEPOINT act", connection);
    private readonly SqliteCommand _return = new("ROLLBACK TO act", connection);
    private readonly SqliteCommand _release = new("RELEASE act", connection);

    public void Set(SqliteTransaction within) => Run(_set, within);

    public void Return(SqliteTransaction within) => Run(_return, within);

    public void Release(SqliteTransaction within) => Run(_release, within);

    public void Dispose()
    {
        _set.Dispose();
        _return.Dispose();
        _release.Dispose();
    }

    private static void Run(SqliteCommand command, SqliteTransaction within)
    {
        command.Transaction = within;
        command.ExecuteNonQuery();
    }
}
