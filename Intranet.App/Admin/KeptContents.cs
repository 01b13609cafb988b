using Intranet.App.Data;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Admin;

/// <summary>Looks whether every content that something refers to lies in the store, whole. The operator checks files, not what is in them: no sight is asked.</summary>
internal sealed class KeptContents(Store store, IBlobs blobs, Strays strays)
{
    private const int MostNamed = 20;

    public async Task<string?> Pictures(bool deep, CancellationToken stop)
    {
        var (pictures, faces) = await store.Read(
            Viewer.Nobody,
            async db =>
                (
                    await db.Set<Picture>().IgnoreQueryFilters([Sight.Name]).Select(p => p.BlobKey).ToListAsync(stop),
                    await db
                        .People.IgnoreQueryFilters([Sight.Name])
                        .Where(p => p.AvatarKey != null)
                        .Select(p => new { p.Name, Key = p.AvatarKey! })
                        .ToListAsync(stop)
                )
        );
        var kept = await Kept(stop);
        return await Name(
            pictures
                .SelectMany(Keys)
                .Select(key => new Reference("a picture", key, null))
                .Concat(faces.Select(face => new Reference($"the picture of {face.Name}", face.Key, null))),
            kept,
            deep,
            stop
        );
    }

    public async Task<string?> Documents(bool deep, CancellationToken stop)
    {
        var versions = await store.Read(
            Viewer.Nobody,
            db =>
                db.DocumentVersions.IgnoreQueryFilters([Sight.Name])
                    .OrderBy(v => v.NodeId)
                    .ThenBy(v => v.Number)
                    .Select(v => new Reference($"{v.Name}, version {v.Number}", v.BlobKey, v.Size))
                    .ToListAsync(stop)
        );
        var received = await store.Read(
            Viewer.Nobody,
            db =>
                db.Received.IgnoreQueryFilters([Sight.Name])
                    .OrderBy(r => r.At)
                    .Select(r => new Reference($"{r.Name}, handed in", r.BlobKey, r.Size))
                    .ToListAsync(stop)
        );
        return await Name(versions.Concat(received), await Kept(stop), deep, stop);
    }

    /// <summary>What nothing refers to, in words; null where there is none.</summary>
    public async Task<string?> LeftBehind(CancellationToken stop)
    {
        var (count, bytes, named) = (0, 0L, new List<string>());
        await foreach (var (blob, stray) in strays.Look(stop))
        {
            if (!stray)
                continue;
            (count, bytes) = (count + 1, bytes + blob.Length);
            if (named.Count < MostNamed)
                named.Add(blob.Key);
        }
        if (count == 0)
            return null;
        var more = count > named.Count ? $", and {count - named.Count:N0} more" : "";
        return $"{count:N0} with {bytes:N0} bytes, to which nothing refers: {string.Join(", ", named)}{more}. "
            + "What has lain there for a day is deleted by the server, once an hour.";
    }

    private async Task<string?> Name(IEnumerable<Reference> all, Dictionary<string, long> kept, bool deep, CancellationToken stop)
    {
        var wrong = new List<string>();
        var read = new Dictionary<string, string?>();
        foreach (var one in all)
        {
            if (!read.TryGetValue(one.Key, out var because))
                read[one.Key] = because = Missing(one, kept) ?? (deep ? await Damage(one.Key, stop) : null);
            if (because is not null)
                wrong.Add($"{one.What} ({one.Key}) {because}");
        }
        if (wrong.Count == 0)
            return null;
        var more = wrong.Count > MostNamed ? $"; and {wrong.Count - MostNamed:N0} more" : "";
        return $"{string.Join("; ", wrong.Take(MostNamed))}{more}. Restore these files from a backup.";
    }

    private static string? Missing(Reference one, Dictionary<string, long> kept) =>
        !kept.TryGetValue(one.Key, out var length) ? "is missing"
        : one.Size is { } size && size != length ? $"has {length:N0} bytes instead of {size:N0}"
        : null;

    private async Task<string?> Damage(string key, CancellationToken stop)
    {
        await using var content = await blobs.Open(key, stop);
        return content is null ? "is missing"
            : await BlobKey.Of(content, stop) == key ? null
            : "has another checksum than when it came";
    }

    /// <summary>Listing them is quicker than asking for each, also far away.</summary>
    private async Task<Dictionary<string, long>> Kept(CancellationToken stop)
    {
        var kept = new Dictionary<string, long>();
        await foreach (var blob in blobs.List(stop))
            kept[blob.Key] = blob.Length;
        return kept;
    }

    /// <summary>"400=key;800=key" holds one key a width.</summary>
    private static IEnumerable<string> Keys(string stored) => stored.Split(';').Select(part => part[(part.IndexOf('=') + 1)..]);

    /// <summary>What refers to a content, in words, and how long the content was when it came, where that is known.</summary>
    private sealed record Reference(string What, string Key, long? Size);
}
