using Intranet.App.Live;
using Intranet.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>Every read and write of the product, but for settings, goes through here: one context per operation, cut to one viewer; a write saves, commits, announces.</summary>
public sealed class Store(Databases databases, Announcer announcer, OwnActs own, Pace pace, TimeProvider clock)
{
    /// <summary>How often an act that collided with another is run before the person is asked to try again.</summary>
    private const int Attempts = 4;

    public TimeProvider Clock { get; } = clock;

    public Task<T> Read<T>(Viewer viewer, Func<IntranetDb, Task<T>> ask) => Read(viewer, atOnce: false, ask);

    /// <summary>For several questions whose answers must fit each other: all are answered as of one moment.</summary>
    public Task<T> ReadAtOnce<T>(Viewer viewer, Func<IntranetDb, Task<T>> ask) => Read(viewer, atOnce: true, ask);

    private Task<T> Read<T>(Viewer viewer, bool atOnce, Func<IntranetDb, Task<T>> ask)
    {
        // A question asked after this returned would be asked with the eyes of whoever reads next.
        if (
            typeof(IQueryable).IsAssignableFrom(typeof(T))
            || typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
        )
            throw new InvalidOperationException("Read the answer before returning it.");
        return databases.Read(viewer, atOnce, ask);
    }

    /// <summary>Runs one act in one transaction. What it recorded in the ledger is announced after the commit. An act that collides with another runs anew, on what that one left behind.</summary>
    public async Task<T> Write<T>(Viewer viewer, Func<Work, Task<T>> act, CancellationToken stop = default)
    {
        for (var left = Attempts - 1; ; left--)
        {
            try
            {
                return await WriteOnce(viewer, act, stop);
            }
            catch (DbUpdateException e) when (Databases.Collided(e))
            {
                if (left == 0)
                    throw new Refusal("Others are changing the same thing at this moment. Try again.");
            }
        }
    }

    private async Task<T> WriteOnce<T>(Viewer viewer, Func<Work, Task<T>> act, CancellationToken stop)
    {
        IReadOnlyList<Happening> happenings = [];
        T result;
        try
        {
            result = await databases.Write(viewer, Act, stop);
        }
        catch
        {
            own.Remove(happenings);
            throw;
        }
        announcer.Announce(happenings);
        return result;

        async Task<T> Act(IntranetDb db)
        {
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            // An act stands or falls as a whole, so no part of it needs a way back of its own.
            db.Database.AutoSavepointsEnabled = false;
            var work = new Work(db, viewer, Clock.GetUtcNow());
            var done = await act(work);
            if (viewer.PersonId is { } person && work.Heard)
                pace.Take(person);
            await db.SaveChangesAsync(stop);
            stop.ThrowIfCancellationRequested();
            // Before the commit, because from then on others may see the rows.
            own.Add(happenings = work.Happenings());
            return done;
        }
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
}
