using System.IO.Compression;
using System.IO.Hashing;
using Intranet.App.Data;
using Intranet.App.Documents.Downloading;
using Intranet.App.Documents.Uploading;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Blobs.Scanning;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Unpacking;

/// <summary>Unpacks an archive beside itself, into a folder of its name: all of it in one act, or nothing.</summary>
public sealed class Archives(Store store, Landing landing, VirusScan scan, IBlobs blobs)
{
    private const string Damaged = "This archive is damaged, or it is none. Nothing was unpacked.";

    /// <summary>Unpacking takes disk and processor for a while, so archives come one after another.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Unpacks once per client key, and gives the id of the folder.</summary>
    public async Task<Guid> Unpack(Viewer viewer, Guid nodeId, string clientKey, CancellationToken stop = default)
    {
        await _turn.WaitAsync(stop);
        try
        {
            var (done, node, version) = await Find(viewer, nodeId, clientKey);
            return done ?? await Unpack(viewer, node, version, clientKey, stop);
        }
        finally
        {
            _turn.Release();
        }
    }

    private Task<(Guid? Done, Node Node, DocumentVersion Version)> Find(Viewer viewer, Guid nodeId, string clientKey) =>
        store.Write(
            viewer,
            async work =>
            {
                var node = await work.Node(nodeId);
                var member = await work.Standing(node.SpaceId);
                var done = await work.Db.Nodes.SingleOrDefaultAsync(n => n.MadeById == member.PersonId && n.ClientKey == clientKey);
                if (done is null)
                    member.MustUnpack(node);
                var version = await work.Db.DocumentVersions.SingleAsync(v => v.NodeId == nodeId && v.Number == node.Number);
                return (done?.Id, node, version);
            }
        );

    private async Task<Guid> Unpack(Viewer viewer, Node node, DocumentVersion version, string clientKey, CancellationToken stop)
    {
        var contents = new Dictionary<ZipArchiveEntry, StoredFile>();
        var kept = false;
        try
        {
            await using var file = await blobs.Open(version.BlobKey, stop) ?? throw new Refusal(Downloads.Missing);
            await ArchiveEnd.MustBeShort(file, stop);
            await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, null, stop);
            var plan = ArchivePlan.Of(zip, version.Size, Node.MostDeep - 1 - node.Path.Length / Node.StepLength);
            // Asked before anything is written, and once more when it is.
            await store.Write(viewer, work => Quota.MustFit(work, node.SpaceId, Guid.Empty, plan.Bytes), stop);
            foreach (var (name, entry) in plan.Top.AllFiles)
                contents[entry] = await Keep(viewer, name, entry, stop);
            var made = await store.Write(viewer, work => Plant(work, node.Id, plan, contents, clientKey), stop);
            kept = true;
            return made;
        }
        catch (Exception wrong) when (wrong is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new Refusal(Damaged);
        }
        finally
        {
            if (!kept && contents.Count > 0)
                await store.Write(viewer, work => Strays.Forget(work, blobs, contents.Values.Select(c => c.Key)), CancellationToken.None);
        }
    }

    /// <summary>What comes out is counted: an entry that says less than it holds ends the act.</summary>
    private async Task<StoredFile> Keep(Viewer viewer, string name, ZipArchiveEntry entry, CancellationToken stop)
    {
        string half,
            key;
        await using (var packed = await entry.OpenAsync(stop))
            (half, key) = await landing.Land(packed, entry.Length, stop);
        try
        {
            await scan.Pass(half, name, viewer.PersonId ?? Guid.Empty, key, stop);
            var file = await Look(half, key, name, entry, stop);
            await blobs.Take(half, key, stop);
            return file;
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>What comes out must be what the archive says of it: a reader stops at the length that is said, whatever follows.</summary>
    private static async Task<StoredFile> Look(string half, string key, string name, ZipArchiveEntry entry, CancellationToken stop)
    {
        await using var content = File.OpenRead(half);
        var type = ContentType.Of(content, name);
        if (type.Verdict == Verdict.Refused)
            throw new Refusal($"{name}: {type.Sentence} Nothing was unpacked.");
        content.Position = 0;
        var sum = new Crc32();
        await sum.AppendAsync(content, stop);
        return content.Length == entry.Length && sum.GetCurrentHashAsUInt32() == entry.Crc32
            ? new StoredFile(key, content.Length, type.MediaType)
            : throw new Refusal(Damaged);
    }

    private async Task<Guid> Plant(
        Work work,
        Guid nodeId,
        ArchivePlan plan,
        Dictionary<ZipArchiveEntry, StoredFile> contents,
        string clientKey
    )
    {
        // From here to the commit nobody clears away what nobody refers to yet.
        await Strays.Hold(work, blobs, contents.Values.Select(c => c.Key));
        var node = await work.Node(nodeId);
        var member = await work.Standing(node.SpaceId);
        member.MustUnpack(node);
        await Quota.MustFit(work, node.SpaceId, Guid.Empty, plan.Bytes);
        var beside = await work.Folder(node.SpaceId, node.FolderId);
        var name = await work.FreeName(node.FolderId, FileName.Clean(Path.GetFileNameWithoutExtension(node.Name)), folder: true);
        var top = member.MakeFolder(Guid.CreateVersion7(work.Now), beside, name, clientKey, work.Now);
        Fill(work, member, top, plan.Top, contents);
        work.Record(Verb.FolderMade, top);
        return top.Id;
    }

    private static void Fill(Work work, Membership member, Node into, Branch branch, Dictionary<ZipArchiveEntry, StoredFile> contents)
    {
        work.Db.Nodes.Add(into);
        foreach (var folder in branch.Folders)
            Fill(work, member, member.MakeFolder(New(), into, folder.Name, $"{New():N}", work.Now), folder, contents);
        foreach (var (name, entry) in branch.Files)
        {
            var (node, version) = member.Add(New(), into, name, contents[entry], null, $"{New():N}", work.Now);
            work.Db.Nodes.Add(node);
            work.Db.DocumentVersions.Add(version);
        }

        Guid New() => Guid.CreateVersion7(work.Now);
    }
}
