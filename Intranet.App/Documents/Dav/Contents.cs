using Intranet.App.Documents.Content;
using Intranet.App.Documents.Downloading;
using Intranet.App.Documents.Uploading;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Intranet.App.Documents.Dav;

/// <summary>GET and PUT: the newest version goes out, and what comes in is the next one.</summary>
internal sealed class Contents(Downloads downloads, Uploads uploads, IBlobs blobs, Guard guard, Places places)
{
    public async Task Send(Errand errand)
    {
        if (!errand.Place.Exists)
            throw DavAnswer.NotFound;
        if (errand.Place.IsFolder)
        {
            await Results.Text("This is a folder. Open it with a program that speaks WebDAV.").ExecuteAsync(errand.Http);
            return;
        }
        await guard.MustBe(errand, errand.Place);
        var version = await downloads.Find(errand.Viewer, errand.Place.Paper.Id, null) ?? throw DavAnswer.NotFound;
        var content =
            await blobs.Open(version.BlobKey, errand.Stop)
            ?? throw new DavAnswer(StatusCodes.Status500InternalServerError, Downloads.Missing);
        if (HttpMethods.IsGet(errand.Request.Method))
            await downloads.Opened(errand.Viewer, version);
        errand.Response.Harmless();
        errand.Response.Headers.ContentDisposition = Disposition.Attachment(version.Name);
        await Results
            .File(
                content,
                // For a program that has a name and an extension; a browser that comes here is to keep it and not to show it.
                "application/octet-stream",
                lastModified: version.At,
                entityTag: new EntityTagHeaderValue(Place.EntryTag(version.BlobKey)),
                enableRangeProcessing: true
            )
            .ExecuteAsync(errand.Http);
    }

    public async Task Take(Errand errand)
    {
        var place = errand.Place;
        if (errand.Request.Headers.ContentRange.Count > 0)
            throw DavAnswer.Unreadable;
        if (errand.Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var done = await Save(errand, place, errand.Request.BodyReader, errand.Request.ContentLength ?? -1);
        errand.Response.StatusCode = place.Exists ? StatusCodes.Status204NoContent : StatusCodes.Status201Created;
        if ((await downloads.Find(errand.Viewer, done, null))?.BlobKey is { } key)
            errand.Response.Headers.ETag = Place.EntryTag(key);
    }

    /// <summary>Saves under the name, as a new document or the next version.</summary>
    public async Task<Guid> Save(Errand errand, Place place, System.IO.Pipelines.PipeReader bytes, long length)
    {
        await MayTake(errand, place);
        var wanted = new NewUpload(place.Space!.Id, place.Folder?.Id, null, place.Name, length, $"{Guid.NewGuid():N}", SameName.NewVersion);
        // While it was on its way others may have saved or locked.
        var saved = await uploads.Whole(
            errand.Viewer,
            wanted,
            bytes,
            async () => await MayTake(errand, await places.Find(errand.Viewer, place.Steps)),
            errand.Stop
        );
        return saved.Document!.Value;
    }

    private async Task MayTake(Errand errand, Place place)
    {
        if (place.IsFolder)
            throw new DavAnswer(StatusCodes.Status405MethodNotAllowed, "There is a folder of this name.");
        if (!place.HasFolder)
            throw place.Steps.Count == 1 ? DavAnswer.Shelf : DavAnswer.NoFolder;
        await guard.MustBe(errand, place);
        await guard.MayChange(errand, place, listing: false);
    }
}
