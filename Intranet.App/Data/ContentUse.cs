using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>What refers to contents of the store. Nobody's sight is asked: it is about files, not about what is in them.</summary>
public static class ContentUse
{
    /// <summary>Whether anything refers to a content. The same bytes may be kept for several reasons.</summary>
    public static async Task<bool> Uses(this IntranetDb db, string key) =>
        await db.DocumentVersions.IgnoreQueryFilters([Sight.Name]).AnyAsync(v => v.BlobKey == key)
        || await db.Uploads.IgnoreQueryFilters([Sight.Name]).AnyAsync(u => u.BlobKey == key && u.NodeId == null)
        || await db.Received.IgnoreQueryFilters([Sight.Name]).AnyAsync(r => r.BlobKey == key)
        || await db.Pictures.IgnoreQueryFilters([Sight.Name]).AnyAsync(p => p.BlobKey.Contains(key))
        || await db.People.IgnoreQueryFilters([Sight.Name]).AnyAsync(p => p.AvatarKey == key);

    /// <summary>Those of some contents that anything but pictures in texts refers to.</summary>
    public static async Task<HashSet<string>> Used(this IntranetDb db, string[] keys)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var versions = db.DocumentVersions.IgnoreQueryFilters([Sight.Name]).Where(v => keys.Contains(v.BlobKey)).Select(v => v.BlobKey);
        used.UnionWith(await versions.ToListAsync());
        var uploads = db.Uploads.IgnoreQueryFilters([Sight.Name]).Where(u => u.NodeId == null && keys.Contains(u.BlobKey!));
        used.UnionWith(await uploads.Select(u => u.BlobKey!).ToListAsync());
        var received = db.Received.IgnoreQueryFilters([Sight.Name]).Where(r => keys.Contains(r.BlobKey)).Select(r => r.BlobKey);
        used.UnionWith(await received.ToListAsync());
        var faces = db.People.IgnoreQueryFilters([Sight.Name]).Where(p => keys.Contains(p.AvatarKey!)).Select(p => p.AvatarKey!);
        used.UnionWith(await faces.ToListAsync());
        return used;
    }

    /// <summary>The keys of all pictures in texts. "400=key;800=key" holds one key a width.</summary>
    public static async IAsyncEnumerable<string> PictureKeys(this IntranetDb db)
    {
        await foreach (var stored in db.Pictures.IgnoreQueryFilters([Sight.Name]).Select(p => p.BlobKey).AsAsyncEnumerable())
        foreach (var part in stored.Split(';'))
            yield return part[(part.IndexOf('=') + 1)..];
    }
}
