using Intranet.App.Data;
using Intranet.App.Documents.Content;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Documents;
using Microsoft.Net.Http.Headers;

namespace Intranet.App.Documents.Downloading;

/// <summary>The way out for files: in parts if one likes, to be kept and never to be run by the browser.</summary>
internal static class DownloadDoors
{
    public static void MapDownloads(this WebApplication app)
    {
        app.MapMethods("/files/documents/{id:guid}", [HttpMethods.Get, HttpMethods.Head], Send).RequireAuthorization();
        app.MapMethods("/files/documents/{id:guid}/{number:int}", [HttpMethods.Get, HttpMethods.Head], Send).RequireAuthorization();
    }

    private static async Task<IResult> Send(HttpContext http, Guid id, int? number, Downloads downloads, IBlobs blobs)
    {
        var viewer = new Viewer(Sessions.Person(http.User));
        if (await downloads.Find(viewer, id, number) is not { } version)
            return Results.NotFound();
        if (await blobs.Open(version.BlobKey, http.RequestAborted) is not { } content)
            return Results.Text(Downloads.Missing, statusCode: StatusCodes.Status500InternalServerError);
        // A picture in somebody's text that points here opens nothing: nobody has decided to look.
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Headers["Sec-Fetch-Dest"] != "image")
            await downloads.Opened(viewer, version);
        return http.Keep(version, content);
    }

    /// <summary>Hands a content out to be stored on the desktop, in parts if one likes.</summary>
    public static IResult Keep(this HttpContext http, DocumentVersion version, Stream content) =>
        http.Keep(version.Name, version.BlobKey, version.At, content);

    /// <summary>The same for what is no document yet.</summary>
    public static IResult Keep(this HttpContext http, string name, string blobKey, DateTimeOffset at, Stream content)
    {
        http.Response.Harmless();
        http.Response.Headers.ContentDisposition = Disposition.Attachment(name);
        return Results.File(
            content,
            // Whatever it is, it is kept and not shown: no browser is to think that it knows better.
            "application/octet-stream",
            lastModified: at,
            entityTag: new EntityTagHeaderValue($"\"{blobKey}\""),
            enableRangeProcessing: true
        );
    }
}
