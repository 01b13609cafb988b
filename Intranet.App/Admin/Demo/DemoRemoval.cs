using Intranet.App.Data;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Admin.Demo;

/// <summary>Takes the demo company away with everything visitors did in it: back to the first start.</summary>
public sealed class DemoRemoval(Store store, Databases databases, Installation installation, IBlobs blobs, Landing landing)
{
    public async Task Remove(CancellationToken stop)
    {
        await store.Write(
            Viewer.Nobody,
            async work =>
            {
                await work.Db.OneAtATime();
                if (!await work.Db.Settings.AnyAsync(s => s.Name == Setting.Demo, stop))
                    throw new Refusal("This is no demo, so nothing was removed.");
                await work.Db.Empty(stop);
            },
            stop
        );
        // Files last: a file without a row is only lost space, a row without its file would be a broken picture.
        await foreach (var blob in blobs.List(stop))
            await blobs.Delete(blob.Key, stop);
        landing.Clear();
        if (Directory.Exists(installation.Previews))
            Directory.Delete(installation.Previews, recursive: true);
        await databases.Tidy(stop);
    }
}
