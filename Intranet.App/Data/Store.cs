using Intranet.App.Live;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>Every read and write of the product goes through here: one context per operation, cut to one viewer; a write saves, commits, announces.</summary>
public sealed class Store(Databases databases, Announcer announcer, OwnActs own, TimeProvider clock) : IDisposable
{
    /// <summary>SQLite has one writer; waiting here is fair and cheap, waiting in SQLite is neither.</summary>
    private readonly SemaphoreSlim _gate = new(1);

    public TimeProvider Clock { get; } = clock;

    public async Task<T> Read<T>(Viewer viewer, Func<IntranetDb, Task<T>> ask)
    {
        await using var db = databases.Open(viewer);
        return await ask(db);
    }

    /// <summary>Runs one act in one transaction. What it recorded in the ledger is announced after the commit.</summary>
    public async Task<T> Write<T>(Viewer viewer, Func<Work, Task<T>> act, CancellationToken stop = default)
    {
        if (databases.Embedded)
            await _gate.WaitAsync(stop);
        T result;
        IReadOnlyList<Happening> happenings;
        try
        {
            await using var db = databases.Open(viewer);
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var work = new Work(db, viewer, Clock.GetUtcNow());
            result = await act(work);
            await db.SaveChangesAsync(stop);
            happenings = work.Happenings();
            own.Add(happenings);
            await transaction.CommitAsync(stop);
        }
        finally
        {
            if (databases.Embedded)
                _gate.Release();
        }
        announcer.Announce(happenings);
        return result;
    }

    public Task Write(Viewer viewer, Func<Work, Task> act, CancellationToken stop = default) =>
        Write(
            viewer,
            async work =>
            {
                await act(work);
                return 0;
            },
            stop
        );

    public void Dispose() => _gate.Dispose();
}
