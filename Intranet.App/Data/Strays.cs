using System.Globalization;
using System.Runtime.CompilerServices;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;

namespace Intranet.App.Data;

/// <summary>
/// Contents that nothing refers to: an act that is interrupted between a content and its row leaves one. They are looked for page by page, so
/// that no list of all contents stands in memory; of the pictures in texts, which hold several keys a row, eight bytes each do.
/// </summary>
public sealed class Strays(Store store, IBlobs blobs)
{
    private const int Page = 500;
    private const int AtOnce = 25;

    /// <summary>All contents, and whether each is a stray.</summary>
    public async IAsyncEnumerable<(Blob Blob, bool Stray)> Look([EnumeratorCancellation] CancellationToken stop = default)
    {
        var pictures = await store.Read(Viewer.Nobody, Pictures);
        await foreach (var page in blobs.List(stop).Chunk(Page).WithCancellation(stop))
        {
            var used = await store.Read(Viewer.Nobody, db => db.Used([.. page.Select(b => b.Key)]));
            foreach (var blob in page)
                yield return (blob, !used.Contains(blob.Key) && !pictures.Contains(Beginning(blob.Key)));
        }
    }

    /// <summary>Deletes the strays that came before that moment, and gives their keys. One that is referred to by now stays.</summary>
    public async IAsyncEnumerable<string> Clear(DateTimeOffset before, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var old = Look(stop).Where(one => one.Stray && one.Blob.At < before).Select(one => one.Blob.Key);
        await foreach (var some in old.Chunk(AtOnce).WithCancellation(stop))
        foreach (var key in await store.Write(Viewer.Nobody, work => Forget(work, blobs, some), stop))
            yield return key;
    }

    /// <summary>Before an act refers to contents that were put into the store without a row that says so: nobody clears them away between here and its end.</summary>
    /// <exception cref="Refusal">One of them was cleared away a moment ago.</exception>
    public static async Task Hold(Work work, IBlobs blobs, IEnumerable<string> keys)
    {
        await work.Db.OneAtATime();
        foreach (var key in keys)
            if (await blobs.Length(key) is null)
                throw new Refusal("What had arrived is gone. Send it again.");
    }

    /// <summary>Deletes those contents that nothing refers to, and gives their keys.</summary>
    public static async Task<List<string>> Forget(Work work, IBlobs blobs, IEnumerable<string> keys)
    {
        // Between the look and the end of the act nobody refers to one anew: whoever does waits for this as well.
        await work.Db.OneAtATime();
        var gone = new List<string>();
        foreach (var key in keys.Distinct())
        {
            if (await work.Db.Uses(key))
                continue;
            await blobs.Delete(key);
            gone.Add(key);
        }
        return gone;
    }

    private static async Task<HashSet<ulong>> Pictures(IntranetDb db)
    {
        var beginnings = new HashSet<ulong>();
        await foreach (var key in db.PictureKeys())
            beginnings.Add(Beginning(key));
        return beginnings;
    }

    /// <summary>Two contents that begin alike would only keep each other.</summary>
    private static ulong Beginning(string key) => ulong.Parse(key.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
