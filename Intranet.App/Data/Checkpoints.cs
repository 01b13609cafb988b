using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Intranet.App.Data;

/// <summary>
/// Moves SQLite's log into the file. Left to SQLite, the one who commits does it, and everybody behind waits for the disk; so it is
/// done beside the writing, on a connection of its own, and only the little that came meanwhile is moved between two acts: with
/// nothing left in it, the log begins anew instead of growing.
/// </summary>
internal sealed class Checkpoints(string address, SqliteConnection writing, Func<Action, Task> between)
{
    /// <summary>Pages of 4 KB written since the last time, after which it is worth the disk's time.</summary>
    private const int Worth = 16000;

    /// <summary>What moves fast enough between two acts.</summary>
    private const int Little = 400;

    /// <summary>While writers fill the log as fast as it is moved, it is not chased for ever.</summary>
    private const int Passes = 4;

    private readonly SemaphoreSlim _moving = new(1);
    private int _written;

    /// <summary>To be called after each commit, by whoever holds the write gate.</summary>
    public void Committed()
    {
        _written += Pages(writing);
        if (_written < Worth || !_moving.Wait(0))
            return;
        _written = 0;
        _ = Task.Run(Move);
    }

    /// <summary>Waits until nothing is moved, and lets no other begin.</summary>
    public void End() => _moving.Wait();

    private async Task Move()
    {
        try
        {
            using (var own = new SqliteConnection(address))
            {
                own.Open();
                for (int pass = 0, before = 0; pass < Passes; pass++)
                {
                    var moved = Move(own);
                    if (moved - before < Little)
                        break;
                    before = moved;
                }
            }
            await between(() => Move(writing));
        }
        catch (SqliteException)
        {
            // Nothing is lost: what is in the log counts, and the next time comes.
        }
        finally
        {
            _moving.Release();
        }
    }

    /// <summary>Moves what no reader still needs in the log, and returns how many of its pages are moved by now.</summary>
    private static int Move(SqliteConnection connection)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out var moved);
        if (code != raw.SQLITE_BUSY)
            SqliteException.ThrowExceptionForRC(code, connection.Handle);
        return moved;
    }

    private static int Pages(SqliteConnection connection)
    {
        raw.sqlite3_db_status(connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        return pages;
    }
}
