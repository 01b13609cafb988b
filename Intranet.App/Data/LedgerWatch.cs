using Intranet.App.Live;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>Announces here what other processes wrote into the ledger: a command run beside the server, another node.</summary>
public sealed class LedgerWatch(Store store, Announcer announcer, OwnActs own, Bell bell, ILogger<LedgerWatch> log) : BackgroundService
{
    private const int Most = 1000;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(400);
    private long _position;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var begun = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!begun)
                    await Begin();
                begun = true;
                while (await Step()) { }
            }
            catch (Exception e)
            {
                log.LogError(e, "The ledger could not be watched; trying again.");
            }
            if (!await Next(stoppingToken))
                return;
        }
    }

    internal async Task Begin()
    {
        own.Watched = true;
        MoveTo(await Newest());
    }

    /// <summary>Announces the next rows; true when there may be more.</summary>
    internal async Task<bool> Step()
    {
        var newest = await Newest();
        if (newest <= _position)
            return false;
        // Nearly always everything new was written here; then no row need be read.
        if (own.ContainsAll(_position, newest))
        {
            MoveTo(newest);
            return false;
        }
        var rows = await store.Read(
            Viewer.Nobody,
            db =>
                db.Activities.Where(a => a.Id > _position && a.Id <= newest)
                    .OrderBy(a => a.Id)
                    .Take(Most)
                    .Select(a => new
                    {
                        a.SourceId,
                        Happening = new Happening(a.Id, a.Verb, a.SpaceId, a.ThingKind, a.ThingId, a.PostId, a.OwnerId, a.ActorId),
                    })
                    .ToListAsync()
        );
        // Imported figures of other tools change nothing on screens that listen to people and spaces.
        announcer.Announce([.. rows.Where(r => r.SourceId == 0 && !own.Contains(r.Happening.ActivityId)).Select(r => r.Happening)]);
        MoveTo(rows.Count < Most ? newest : rows[^1].Happening.ActivityId);
        return rows.Count == Most;
    }

    private async Task<bool> Next(CancellationToken stop)
    {
        try
        {
            await bell.Wait(Beat, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void MoveTo(long position)
    {
        own.ForgetUpTo(position);
        _position = position;
    }

    private Task<long> Newest() => store.Read(Viewer.Nobody, async db => await db.Activities.MaxAsync(a => (long?)a.Id) ?? 0);
}
