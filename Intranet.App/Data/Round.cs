using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>The acts that share one transaction, and one context, because making one takes as long as a small act. Between two of them it forgets everything.</summary>
internal sealed class Round(SqliteIntranetDb db, SqliteTransaction transaction, Savepoint savepoint)
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the commit, and for all in the same way.</summary>
    public Task Over => _over.Task;

    public int Acts { get; private set; }

    public async Task<T> Run<T>(Viewer viewer, DateTimeOffset now, Func<IntranetDb, Task<T>> act)
    {
        if (Acts++ == 0)
            await db.Database.UseTransactionAsync(transaction);
        savepoint.Set(transaction);
        try
        {
            db.Serve(viewer, now);
            return await act(db);
        }
        catch
        {
            savepoint.Return(transaction);
            throw;
        }
        finally
        {
            // Whoever kept hold of the context beyond the act sees nothing through it.
            db.Serve(Viewer.Nobody, now);
            savepoint.Release(transaction);
        }
    }

    public void Finish()
    {
        try
        {
            using (db)
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
