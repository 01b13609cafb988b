using Intranet.App.Data;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Blobs.Scanning;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Uploading;

/// <summary>Gives up, once an hour, what has not gone on for a day, and forgets what is long done.</summary>
public sealed class UploadSweep(Store store, Incoming incoming, IBlobs blobs, Quarantine quarantine, ILogger<UploadSweep> log)
    : HourlySweep(store, log)
{
    private const int AtOnce = 200;

    /// <summary>Looks at everybody's uploads: nobody acts here, and nothing is shown.</summary>
    public override async Task Sweep()
    {
        quarantine.Sweep();
        var before = Store.Clock.GetUtcNow() - Upload.Patience;
        while (true)
        {
            var gone = await Store.Write(
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
