using System.Security.Cryptography;
using System.Text;
using Intranet.App.Data;
using Intranet.App.Documents.Keeping;
using Intranet.App.Documents.Uploading;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Blobs.Scanning;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Intranet.Domain.Documents.Sharing;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Sharing;

/// <summary>Files that outsiders hand in: they lie apart until a member takes them in or throws them away.</summary>
public sealed class Receiving(Store store, Landing landing, VirusScan scan, IBlobs blobs)
{
    /// <summary>Keeps one file of an outsider. The same file by the same person, sent again while it waits, is no second one: whoever was told that a form failed sends all of it again. It is on the disk and looked at before it counts.</summary>
    public async Task HandIn(OpenLink open, string name, string? from, Stream content, CancellationToken stop)
    {
        if (open.Link.Kind != ShareKind.Receive)
            throw new Refusal("This link takes no files.");
        var (half, key) = await landing.Land(content, Received.Largest, stop);
        try
        {
            await scan.Pass(half, FileName.Clean(name), open.Link.MadeById, key, stop);
            var file = Look(half, key, name);
            await blobs.Take(half, key, stop);
            var once = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{from}\n{name}\n{key}")));
            await store.Write(Viewer.Nobody, work => Keep(work, open.Link, name, from, file, once), stop);
        }
        catch
        {
            File.Delete(half);
            await Discard(key);
            throw;
        }
    }

    /// <summary>What waits in a folder, the latest first.</summary>
    public Task<List<ReceivedRow>> Waiting(Viewer viewer, Guid spaceId, Guid? folderId) =>
        store.Read(
            viewer,
            db =>
                db.Received.Where(r => r.SpaceId == spaceId && (folderId == null || r.FolderId == folderId))
                    .OrderByDescending(r => r.At)
                    .Take(10 * Received.MostWaiting)
                    .Select(r => new ReceivedRow(r.Id, r.Name, r.From, r.Size, r.At))
                    .ToListAsync()
        );

    /// <summary>A file that waits, for those who decide about it; null for everybody else.</summary>
    public Task<Received?> Find(Viewer viewer, Guid id) =>
        store.Read(
            viewer,
            async db =>
                await db.Received.SingleOrDefaultAsync(r => r.Id == id) is { } received
                && (await db.OwnSeat(received.SpaceId))?.MayTakeIn(received) == true
                    ? received
                    : null
        );

    /// <summary>Makes a document of it where it was asked for, or at the top when that folder is gone. Done again, it gives the same document.</summary>
    public Task<Guid> TakeIn(Viewer viewer, Guid id) =>
        store.Write(
            viewer,
            async work =>
            {
                await work.Db.OneAtATime();
                var key = $"received-{id:N}";
                await work.Actor();
                if (await work.Db.Nodes.Where(n => n.ClientKey == key).Select(n => (Guid?)n.Id).SingleOrDefaultAsync() is { } done)
                    return done;
                var received = await Find(work, id);
                var member = await work.Standing(received.SpaceId);
                member.Decide(received);
                var folder = await work.Db.Nodes.SingleOrDefaultAsync(n => n.Id == received.FolderId && n.RemovedAt == null);
                var name = await work.FreeName(folder?.Id ?? received.SpaceId, received.Name, folder: false);
                var note = $"Handed in by {received.From}";
                var (node, version) = member.Add(Guid.CreateVersion7(work.Now), folder, name, received.File, note, key, work.Now);
                work.Db.Nodes.Add(node);
                work.Db.DocumentVersions.Add(version);
                work.Db.Received.Remove(received);
                work.Record(Verb.FileAdded, node);
                return node.Id;
            }
        );

    /// <summary>Throws it away, with its content unless something else holds the same bytes.</summary>
    public async Task ThrowAway(Viewer viewer, Guid id)
    {
        var key = await store.Write(
            viewer,
            async work =>
            {
                var received = await Find(work, id);
                (await work.Standing(received.SpaceId)).Decide(received);
                if ((await Keepings.Rule(work.Db, received.SpaceId)).Bars(received.At, work.Now) is { } why)
                    throw new Refusal(why);
                work.Db.Received.Remove(received);
                work.Record(Verb.ReceivedDropped, received.SpaceId, ThingKind.Folder, received.FolderId);
                return received.BlobKey;
            }
        );
        await Discard(key);
    }

    private async Task Keep(Work work, ShareLink link, string name, string? from, StoredFile file, string clientKey)
    {
        await Strays.Hold(work, blobs, [file.Key]);
        var all = work.Db.Received.IgnoreQueryFilters([Sight.Name]);
        if (await all.AnyAsync(r => r.LinkId == link.Id && r.ClientKey == clientKey))
            return;
        var received = new Received(Guid.CreateVersion7(work.Now), link, name, from, file, clientKey, work.Now);
        if (await all.CountAsync(r => r.LinkId == link.Id) >= Received.MostWaiting)
            throw new Refusal(
                "So many files wait here that no more are taken at this moment. Try again later, or ask whoever sent you the link."
            );
        var left = work
            .Db.ShareLinks.IgnoreQueryFilters([Sight.Name])
            .Where(l =>
                l.Id == link.Id
                && l.WithdrawnAt == null
                && l.ExpiresAt > work.Now
                && (l.DownloadLimit == null || l.Downloads < l.DownloadLimit)
            );
        if (await left.ExecuteUpdateAsync(set => set.SetProperty(l => l.Downloads, l => l.Downloads + 1)) == 0)
            throw new Refusal("This link takes no more files. Ask whoever sent it for a new one.");
        await Quota.MustFit(work, link.SpaceId, Guid.Empty, file.Size);
        work.Db.Received.Add(received);
        work.Record(Verb.FileReceived, link.SpaceId, ThingKind.Folder, link.NodeId, ownerId: link.MadeById);
    }

    private static StoredFile Look(string half, string key, string name)
    {
        using var content = File.OpenRead(half);
        var type = ContentType.Of(content, FileName.Clean(name));
        return type.Verdict == Verdict.Refused ? throw new Refusal(type.Sentence) : new StoredFile(key, content.Length, type.MediaType);
    }

    private Task Discard(string key) => store.Write(Viewer.Nobody, work => Strays.Forget(work, blobs, [key]));

    private static async Task<Received> Find(Work work, Guid id) =>
        await work.Db.Received.SingleOrDefaultAsync(r => r.Id == id)
        ?? throw new Refusal("This was taken in or thrown away by somebody else.");
}

/// <summary>A file that waits to be taken in. Who sent it is what they said.</summary>
public sealed record ReceivedRow(Guid Id, string Name, string From, long Size, DateTimeOffset At);
