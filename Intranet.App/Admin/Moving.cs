using Intranet.App.Shared.Blobs;

namespace Intranet.App.Admin;

/// <summary>Brings contents from one store to the other. Each is there whole or not at all, so it may be stopped at any moment and run again.</summary>
internal sealed class Moving(Landing landing)
{
    /// <param name="remove">Takes away here what has been read back there and is what its key says.</param>
    public async Task<Moved> Run(IBlobs from, IBlobs to, bool remove, CancellationToken stop)
    {
        await from.Ask(stop);
        await to.Ask(stop);
        var moved = new Moved();
        await foreach (var blob in from.List(stop))
        {
            if (await to.Length(blob.Key, stop) == blob.Length)
                moved.Known++;
            else if (await Copy(from, to, blob, stop) is not { } whole)
                // A server that still runs has cleared it away meanwhile.
                continue;
            else if (whole)
                (moved.Copied, moved.Bytes) = (moved.Copied + 1, moved.Bytes + blob.Length);
            else
            {
                moved.Damaged.Add(blob.Key);
                continue;
            }
            if (!remove)
                continue;
            if (await IsWhole(to, blob.Key, stop))
            {
                await from.Delete(blob.Key, stop);
                moved.Removed++;
            }
            else
                moved.Damaged.Add(blob.Key);
        }
        return moved;
    }

    /// <summary>Whether it was what its key says; what is not stays where it is and goes nowhere. Null when it is not there any more.</summary>
    private async Task<bool?> Copy(IBlobs from, IBlobs to, Blob blob, CancellationToken stop)
    {
        await using var content = await from.Open(blob.Key, stop);
        if (content is null)
            return null;
        var (file, key) = await landing.Land(content, long.MaxValue, stop);
        try
        {
            if (key != blob.Key)
                return false;
            await to.Take(file, key, stop);
            return true;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<bool> IsWhole(IBlobs blobs, string key, CancellationToken stop)
    {
        await using var content = await blobs.Open(key, stop);
        return content is not null && await BlobKey.Of(content, stop) == key;
    }
}

/// <summary>What was done to how many contents.</summary>
internal sealed class Moved
{
    public int Copied { get; set; }
    public long Bytes { get; set; }

    /// <summary>They lay there already.</summary>
    public int Known { get; set; }
    public int Removed { get; set; }

    /// <summary>The keys of contents that are not what their keys say; they stay where they were.</summary>
    public List<string> Damaged { get; } = [];
}
