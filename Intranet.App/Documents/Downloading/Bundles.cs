using System.IO.Compression;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Downloading;

/// <summary>Several documents and folders as one zip archive, which is put together while it is sent and stored nowhere.</summary>
public sealed class Bundles(Store store, IBlobs blobs)
{
    /// <summary>What one chooses at once stands in an address, which browsers and proxies cut when it grows long.</summary>
    public const int MostChosen = 100;

    public const int MostFiles = 5_000;

    /// <summary>A store far away is asked for several at once.</summary>
    private const int AskedAtOnce = 16;

    /// <summary>From 4 GiB on, older desktops cannot read an archive.</summary>
    public const long MostBytes = 4_000_000_000;

    /// <summary>What of these the viewer may see, as it lies in its folders; null when that is nothing.</summary>
    /// <exception cref="Refusal">It is too much for one archive, or a content is missing.</exception>
    /// <param name="approved">Of a document that was approved, the approved version and not a later one.</param>
    public async Task<Bundle?> Gather(Viewer viewer, IReadOnlyCollection<Guid> chosen, bool approved = false)
    {
        if (chosen.Count > MostChosen)
            throw new Refusal($"Choose {MostChosen} at most at once, or download the folder in which they lie.");
        var found = await store.Read(viewer, db => Find(db, [.. chosen], approved));
        if (found.Count == 0)
            return null;
        var versions = found.Select(f => f.Version).OfType<DocumentVersion>().ToList();
        if (versions.Count > MostFiles || found.Count > 2 * MostFiles)
            throw new Refusal($"An archive takes {MostFiles:N0} documents at most. Choose fewer.");
        if (versions.Sum(v => v.Size) > MostBytes)
            throw new Refusal($"An archive takes {FileSize.Say(MostBytes)} at most. Choose less.");
        // Once it is under way nothing can be said any more, so all of it must be there.
        foreach (var some in versions.Chunk(AskedAtOnce))
        {
            var lengths = await Task.WhenAll(some.Select(v => blobs.Length(v.BlobKey)));
            if (Array.IndexOf(lengths, null) is >= 0 and var lost)
                throw new Refusal($"{some[lost].Name}: {Downloads.Missing}");
        }
        return new Bundle(FileName.ForDownload(found.Where(f => f.Top).ToList() is [var only] ? only.Name : "Documents"), Laid(found));
    }

    /// <summary>Those that went while it was sent break the archive off: half of it is not to look whole.</summary>
    public async Task Send(Bundle bundle, Stream into, CancellationToken stop)
    {
        var gathered = new Gathering(into);
        await using (var zip = await ZipArchive.CreateAsync(gathered, ZipArchiveMode.Create, true, null, stop))
        {
            foreach (var (path, version) in bundle.Entries)
            {
                await Write(zip.CreateEntry(path, Level(version)), version, stop);
                await gathered.FlushAsync(stop);
            }
        }
        await gathered.FlushAsync(stop);
    }

    private async Task Write(ZipArchiveEntry entry, DocumentVersion? version, CancellationToken stop)
    {
        if (version is null)
            return;
        entry.LastWriteTime = version.At;
        await using var from =
            await blobs.Open(version.BlobKey, stop) ?? throw new IOException($"The content of {version.NodeId} went while it was sent.");
        await using var to = await entry.OpenAsync(stop);
        await from.CopyToAsync(to, stop);
    }

    private static async Task<List<Found>> Find(IntranetDb db, Guid[] chosen, bool approved)
    {
        var tops = await Read(db.Nodes.Where(n => chosen.Contains(n.Id)));
        var all = new List<Found>(tops.Select(t => t with { Top = true }));
        foreach (var top in tops.Where(t => t.Version is null))
        {
            if (all.Count <= 2 * MostFiles)
                all.AddRange(await Read(db.Nodes.Where(n => n.SpaceId == top.SpaceId && n.Path.StartsWith(top.Within))));
        }
        // What was chosen besides the folder in which it lies stands in the folder.
        return [.. all.GroupBy(f => f.Id).Select(same => same.Last()).OrderBy(f => f.Path, StringComparer.Ordinal)];

        Task<List<Found>> Read(IQueryable<Node> nodes) =>
            (
                from n in nodes
                    .Where(n => n.RemovedAt == null)
                    .OrderBy(n => n.Path)
                    .ThenBy(n => n.Kind)
                    .ThenBy(n => n.NameKey)
                    .Take(2 * MostFiles + 1)
                join v in db.DocumentVersions
                    on new { NodeId = n.Id, Number = approved ? n.ApprovedNumber ?? n.Number : n.Number } equals new { v.NodeId, v.Number }
                    into versions
                from v in versions.DefaultIfEmpty()
                orderby n.Path, n.Kind, n.NameKey
                select new Found(n.Id, n.SpaceId, n.FolderId, n.Path, n.Name, v, approved && n.ApprovedNumber != null, false)
            ).ToListAsync();
    }

    /// <summary>Every name as all desktops can store it, and none twice in a folder.</summary>
    private static List<(string Path, DocumentVersion? Version)> Laid(List<Found> found)
    {
        var entries = new List<(string, DocumentVersion?)>();
        var folders = new Dictionary<Guid, string>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in found)
        {
            var above = one.Top ? "" : folders[one.FolderId];
            var name = FileName.ForDownload(one.Called);
            var ending = one.Version is null ? "" : Path.GetExtension(name);
            var path = above + name;
            for (var number = 2; !taken.Add(path); number++)
                path = $"{above}{name[..^ending.Length]} ({number}){ending}";
            if (one.Version is null)
                path = folders[one.Id] = $"{path}/";
            entries.Add((path, one.Version));
        }
        return entries;
    }

    /// <summary>What is packed already only costs time to pack again.</summary>
    private static CompressionLevel Level(DocumentVersion? version) =>
        version?.ContentType is { } type && (type.StartsWith("text/", StringComparison.Ordinal) || type == "application/octet-stream")
            ? CompressionLevel.Fastest
            : CompressionLevel.NoCompression;

    private sealed record Found(
        Guid Id,
        Guid SpaceId,
        Guid FolderId,
        string Path,
        string Name,
        DocumentVersion? Version,
        bool Frozen,
        bool Top
    )
    {
        public string Within => $"{Path}{Id:N}/";

        /// <summary>What goes out approved goes out under the name that was approved.</summary>
        public string Called => Frozen && Version is not null ? Version.Name : Name;
    }
}

/// <summary>An archive before it is put together: its name without the ending, and what stands in it; a folder has no version.</summary>
public sealed record Bundle(string Name, IReadOnlyList<(string Path, DocumentVersion? Version)> Entries);
