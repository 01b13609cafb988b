using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.App.Shared;
using Intranet.Domain.Activity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Spaces;

/// <summary>Wakes open screens when a guest's stay ends. Time passing is no act, so the ledger says nothing of it; each node tells its own screens.</summary>
public sealed class Departures(Store store, Announcer announcer, ILogger<Departures> log) : BackgroundService
{
    /// <summary>An end that was moved nearer meanwhile is noticed no later than this.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(10);

    private DateTimeOffset _looked = store.Clock.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rest = Grace.Span;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(rest, store.Clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            rest = Ahead;
            try
            {
                rest = await Step();
            }
            catch (Exception e)
            {
                log.LogError(e, "Whose stay ends could not be looked up; trying again.");
            }
        }
    }

    /// <summary>Announces the stays that ended since the last look; returns how long it is until the next look is due.</summary>
    internal async Task<TimeSpan> Step()
    {
        var now = store.Clock.GetUtcNow();
        var ends = await store.Read(
            Viewer.Nobody,
            db =>
                db.Seats.Where(s => s.EndsAt > _looked && s.EndsAt <= now + Ahead)
                    .Select(s => new
                    {
                        s.SpaceId,
                        s.PersonId,
                        At = s.EndsAt!.Value,
                    })
                    .ToListAsync()
        );
        announcer.Announce([
            .. ends.Where(e => e.At <= now)
                .Select(e => new Happening(0, Verb.Left, e.SpaceId, ThingKind.Person, e.PersonId, null, null, e.PersonId)),
        ]);
        _looked = now;
        return ends.Where(e => e.At > now).Select(e => e.At - now).Append(Ahead).Min();
    }
}
