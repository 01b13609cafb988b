using System.IO.Pipelines;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Uploading;

/// <summary>Bringing files in: begin, add pieces, finish. Each step asks again who one is and what one may, and may be repeated.</summary>
public sealed class Uploads(Store store, Incoming incoming, Arriving arriving, IBlobs blobs)
{
    private static readonly TimeSpan Worthwhile = TimeSpan.FromMinutes(5);

    /// <summary>Who asks for the same end twice at once, as one does who lost the connection, gets the same answer twice.</summary>
    private readonly SemaphoreSlim[] _ends = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Begins an upload, or finds the one begun under the same key.</summary>
    public async Task<UploadState> Begin(Viewer viewer, NewUpload wanted)
    {
        var (upload, name) = await store.Write(
            viewer,
            async work =>
            {
                var member = await work.Standing(wanted.Space);
                var known = await work.Db.Uploads.SingleOrDefaultAsync(u => u.PersonId == member.PersonId && u.ClientKey == wanted.Key);
                if (known is not null)
                {
                    member.GoOn(known);
                    if (known.Size != wanted.Size)
                        throw new Refusal("This is another file than the one that was begun. Choose it again.");
                    return (known, (string?)null);
                }
                var folder = await work.Folders(member, await work.Folder(wanted.Space, wanted.Folder), wanted.Path ?? []);
                var begun = member.Begin(Guid.CreateVersion7(work.Now), folder, wanted.Name, wanted.Size, wanted.Key, work.Now);
                if (wanted.Same == SameName.Ask && await work.Named(begun.FolderId, begun.Name) is { } taken)
                    return (begun, taken.Name);
                await Quota.MustFit(work, wanted.Space, begun.Id, begun.Size);
                work.Db.Uploads.Add(begun);
                return (begun, null);
            }
        );
        return State(upload) with { Taken = name };
    }

    /// <summary>Takes a file in one go, for programs that send it so: what broke off is forgotten. How long it is shows only at its end where nobody said it.</summary>
    /// <param name="last">Asked when all is here, before it counts.</param>
    public async Task<UploadState> Whole(Viewer viewer, NewUpload wanted, PipeReader bytes, Func<Task> last, CancellationToken stop)
    {
        var unsaid = wanted.Size < 0;
        var begun = await Begin(viewer, unsaid ? wanted with { Size = 0 } : wanted);
        try
        {
            var arrival = await incoming.Add(begun.Id, 0, bytes, unsaid ? Upload.Largest : wanted.Size, null, stop);
            if (unsaid)
                await store.Write(
                    viewer,
                    async work =>
                    {
                        (await work.Db.Uploads.SingleAsync(u => u.Id == begun.Id)).Measure(arrival.Length);
                        await Quota.MustFit(work, wanted.Space, begun.Id, arrival.Length);
                    },
                    stop
                );
            await last();
            return await Finish(viewer, begun.Id, new UploadEnd(wanted.Same), stop);
        }
        catch
        {
            await Cancel(viewer, begun.Id);
            throw;
        }
    }

    /// <summary>How far it is; null when there is none, or it is somebody else's.</summary>
    public async Task<UploadState?> Look(Viewer viewer, Guid id) =>
        await store.Read(viewer, db => db.Uploads.SingleOrDefaultAsync(u => u.Id == id)) is { } upload ? State(upload) : null;

    /// <summary>Adds a piece where the last one ended.</summary>
    public async Task<Arrival> Add(Viewer viewer, Guid id, long offset, PipeReader piece, byte[]? sha256, CancellationToken stop)
    {
        var upload = await Check(viewer, id);
        if (upload.BlobKey is not null)
            return new Arrival(upload.Size, ArrivalState.Elsewhere);
        return await incoming.Add(id, offset, piece, upload.Size, sha256, stop);
    }

    /// <summary>Makes the document or its next version of what arrived. Done again, it answers the same.</summary>
    public async Task<UploadState> Finish(Viewer viewer, Guid id, UploadEnd end, CancellationToken stop = default)
    {
        var turn = _ends[(uint)id.GetHashCode() % _ends.Length];
        await turn.WaitAsync(stop);
        try
        {
            return await End(viewer, await Check(viewer, id), end, stop);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<UploadState> End(Viewer viewer, Upload upload, UploadEnd end, CancellationToken stop)
    {
        if (upload.Done)
            return State(upload);
        if (upload.BlobKey is null && incoming.Length(upload.Id) is var here && here != upload.Size)
            throw new Refusal($"{FileSize.Say(here)} of {FileSize.Say(upload.Size)} have arrived. Send the rest first.");
        var key = upload.BlobKey ?? await incoming.Seal(upload.Id, stop);
        if (end.Sha256 is not null && !string.Equals(key, end.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            incoming.Drop(upload.Id);
            throw new Refusal("The file was changed on its way. Send it again.");
        }
        (upload, var taken) = await arriving.Arrive(viewer, upload, key, end);
        return State(upload) with { Taken = taken };
    }

    /// <summary>Gives up an upload of one's own, with what has arrived; one that is done stays.</summary>
    public async Task Cancel(Viewer viewer, Guid id)
    {
        var own = await store.Write(
            viewer,
            async work =>
            {
                await work.Db.OneAtATime();
                var found = await work.Db.Uploads.Where(u => u.Id == id && u.NodeId == null).ToListAsync();
                await Leftovers.Clear(work, blobs, found);
                return found.Count > 0;
            }
        );
        if (own)
            incoming.Drop(id);
    }

    /// <summary>The upload, as long as its person may still write where it goes. That it is alive is written down once in a while.</summary>
    private async Task<Upload> Check(Viewer viewer, Guid id)
    {
        var upload = await store.Read(
            viewer,
            async db =>
            {
                var found = await db.Uploads.SingleOrDefaultAsync(u => u.Id == id) ?? throw new Refusal(Unknown);
                var member = await db.OwnSeat(found.SpaceId);
                (member ?? throw new Refusal(Unknown)).GoOn(found);
                return found;
            }
        );
        if (store.Clock.GetUtcNow() - upload.At > Worthwhile)
            await store.Write(
                viewer,
                work => work.Db.Uploads.Where(u => u.Id == id).ExecuteUpdateAsync(set => set.SetProperty(u => u.At, work.Now))
            );
        return upload;
    }

    private UploadState State(Upload upload) =>
        new(upload.Id, upload.BlobKey is null ? incoming.Length(upload.Id) : upload.Size, upload.Size, upload.NodeId, upload.Number);

    private const string Unknown = "This upload is not known here. Begin it again.";
}
