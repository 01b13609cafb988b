using Intranet.App.Data;
using Intranet.App.Documents.Downloading;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Blobs.Scanning;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Uploading;

/// <summary>Turns a content that is whole into a document or its next version.</summary>
public sealed class Arriving(Store store, Incoming incoming, IBlobs blobs, VirusScan scan)
{
    /// <summary>The key is written down before the content goes to its store, so that whoever was interrupted between finds it again. A large one goes on its
    /// way also when the one who waits for it is cut off, who asks again and finds it done.</summary>
    public async Task<(Upload Upload, string? Taken)> Arrive(Viewer viewer, Upload upload, string key, UploadEnd end)
    {
        var type = await Type(upload, key);
        if (upload.BlobKey is null)
            await scan.Pass(incoming.Place(upload.Id), upload.Name, upload.PersonId, key, CancellationToken.None);
        if (upload.BlobKey is null)
            await store.Write(
                viewer,
                async work =>
                {
                    // Nobody clears this content away between here and there.
                    await work.Db.OneAtATime();
                    (await Find(work, upload.Id)).Arrive(key, work.Now);
                }
            );
        await incoming.Keep(upload.Id, key);
        return await store.Write(
            viewer,
            async work =>
            {
                var begun = await Find(work, upload.Id);
                if (begun.Done)
                    return (begun, (string?)null);
                var member = await work.Standing(begun.SpaceId);
                member.GoOn(begun);
                await Quota.MustFit(work, begun.SpaceId, begun.Id, begun.Size);
                // A folder that was removed while the file was on its way leaves it at the top of the space.
                var folder = await work.Db.Nodes.SingleOrDefaultAsync(n => n.Id == begun.FolderId && n.RemovedAt == null);
                var same = await work.Named(folder?.Id ?? begun.SpaceId, begun.Name);
                if (same is not null && end.Same == SameName.Ask)
                    return (begun, same.Name);
                var file = new StoredFile(key, begun.Size, type);
                begun.Become(
                    same is { IsFolder: false } && end.Same == SameName.NewVersion
                        ? await Again(work, member, begun, same, file, end.Note)
                        : await Add(work, member, begun, folder, file, end.Note)
                );
                return (begun, null);
            }
        );
    }

    private static async Task<DocumentVersion> Add(Work work, Membership member, Upload upload, Node? folder, StoredFile file, string? note)
    {
        var name = await work.FreeName(folder?.Id ?? upload.SpaceId, upload.Name, folder: false);
        var (node, version) = member.Add(Guid.CreateVersion7(work.Now), folder, name, file, note, upload.ClientKey, work.Now);
        work.Db.Nodes.Add(node);
        work.Db.DocumentVersions.Add(version);
        work.Record(Verb.FileAdded, node.SpaceId, ThingKind.File, node.Id, ownerId: node.MadeById);
        return version;
    }

    /// <summary>The same bytes once more are no new version.</summary>
    private static async Task<DocumentVersion> Again(Work work, Membership member, Upload upload, Node node, StoredFile file, string? note)
    {
        var newest = await work.Db.DocumentVersions.SingleAsync(v => v.NodeId == node.Id && v.Number == node.Number);
        if (newest.BlobKey == file.Key)
            return newest;
        var version = member.Save(node, await work.Held(node), file, note, upload.ClientKey, work.Now);
        work.Db.DocumentVersions.Add(version);
        work.Record(Verb.FileVersioned, node.SpaceId, ThingKind.File, node.Id, ownerId: node.MadeById);
        return version;
    }

    /// <summary>What the bytes and the name say it is. What lies about itself, or could only do harm, is not taken.</summary>
    private async Task<string> Type(Upload upload, string key)
    {
        await using var file =
            incoming.Open(upload.Id)
            ?? (await blobs.Find(key) is { } kept ? File.OpenRead(kept) : null)
            ?? throw new Refusal("What had arrived is gone. Send the file again.");
        var type = ContentType.Of(file, upload.Name);
        if (type.Verdict != Verdict.Refused)
            return type.MediaType;
        incoming.Drop(upload.Id);
        throw new Refusal(type.Sentence);
    }

    private static async Task<Upload> Find(Work work, Guid id) =>
        await work.Db.Uploads.SingleOrDefaultAsync(u => u.Id == id) ?? throw new Refusal("This upload is not known here. Begin it again.");
}
