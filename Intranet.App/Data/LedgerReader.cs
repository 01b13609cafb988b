using Intranet.App.Live;
using Intranet.App.Shared;
using Intranet.Domain.Activity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>Follows the ledger with a cursor. Output and cursor are saved in one transaction, so each act counts once, whatever breaks.</summary>
public abstract class LedgerReader(Store store, Announcer announcer, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    /// <summary>Acts come in bursts, and a step costs the same for one as for a hundred.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <summary>After a stumble it tries again this soon, and each time half as often, down to <see cref="Rest"/>.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _woken = new(0, 1);

    protected Store Store => store;

    /// <summary>Names the cursor; a new name starts from zero.</summary>
    protected abstract string Name { get; }

    protected virtual int Batch => 500;

    /// <summary>Turns acts into this reader's output within the given work.</summary>
    protected abstract Task Take(Work work, IReadOnlyList<Act> acts);

    /// <summary>Called after output and cursor were committed; for telling those who wait for the output.</summary>
    protected virtual void Settled() { }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ear = announcer.Listen(
            Subject.Everything,
            _ =>
            {
                if (_woken.CurrentCount == 0)
                    _woken.Release();
                return Task.CompletedTask;
            }
        );
        var (rest, pause) = (Grace.Span, Pause);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await _woken.WaitAsync(rest, stoppingToken))
                    await Task.Delay(Breath, stoppingToken);
                rest = Rest;
                while (await Step(stoppingToken)) { }
                pause = Pause;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The ledger reader {Name} stumbled and tries again.", Name);
                await Task.Delay(pause, store.Clock, stoppingToken);
                (rest, pause) = (TimeSpan.Zero, pause * 2 < Rest ? pause * 2 : Rest);
            }
        }
    }

    /// <summary>Reads on to the end of the ledger; for commands and tests that need the output now.</summary>
    public async Task CatchUp(CancellationToken stop = default)
    {
        while (await Step(stop)) { }
    }

    private async Task<bool> Step(CancellationToken stop)
    {
        var position = await store.Read(
            Viewer.Nobody,
            db => db.Cursors.Where(c => c.Name == Name).Select(c => c.Position).SingleOrDefaultAsync(stop)
        );
        var ahead = await store.Read(Viewer.Nobody, db => db.Activities.AnyAsync(a => a.Id > position, stop));
        if (!ahead)
            return false;
        var more = await store.Write(Viewer.Nobody, work => Advance(work, stop), stop);
        Settled();
        return more;
    }

    private async Task<bool> Advance(Work work, CancellationToken stop)
    {
        // A command and the server may follow the ledger at the same time; both counting the same acts would count them twice.
        await work.Db.OneAtATime();
        var cursor = await work.Db.Cursors.SingleOrDefaultAsync(c => c.Name == Name, stop);
        if (cursor is null)
            work.Db.Cursors.Add(cursor = new Cursor(Name));
        var acts = await work
            .Db.Activities.AsNoTracking()
            .Where(a => a.Id > cursor.Position)
            .OrderBy(a => a.Id)
            .Take(Batch)
            .ToListAsync(stop);
        if (acts.Count == 0)
            return false;
        await Take(work, await work.Db.Resolve(acts));
        cursor.MoveTo(acts[^1].Id);
        return acts.Count == Batch;
    }
}
