using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Blobs.Scanning;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>Gives up, once an hour, what has not gone on for a day, and forgets what is long done.</summary>
public sealed class UploadSweep(Store store, Incoming incoming, IBlobs blobs, Quarantine quarantine, ILogger<UploadSweep> log)
    : BackgroundService
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Pause, store.Clock);
        try
        {
            await Task.Delay(Grace.Span, store.Clock, stoppingToken);
            do
            {
                try
                {
                    await Sweep();
                }
                catch (Refusal away)
                {
                    log.LogWarning("Uploads that were given up could not be cleared away; it is tried again: {Because}", away.Message);
                }
            } while (await beat.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The intranet stops.
        }
    }

    /// <summary>Looks at everybody's uploads: nobody acts here, and nothing is shown.</summary>
    public async Task Sweep()
    {
        quarantine.Sweep();
        var before = store.Clock.GetUtcNow() - Upload.Patience;
        while (true)
        {
            var gone = await store.Write(
                Viewer.Nobody,
                async work =>
                {
                    await work.Db.OneAtATime();
                    var all = work.Db.Uploads.IgnoreQueryFilters([Sight.Name]);
                    var old = await all.Where(u => u.At < before).OrderBy(u => u.At).Take(AtOnce).ToListAsync();
                    await Leftovers.Clear(work, blobs, old);
                    return old.ConvertAll(u => u.Id);
                }
            );
            foreach (var id in gone)
                incoming.Drop(id);
            if (gone.Count < AtOnce)
                return;
        }
    }
}
