using Intranet.App.Data;
using Intranet.App.Documents.Downloading;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;

namespace Intranet.App.Documents.Sharing;

/// <summary>A look into what was handed in, for those who take it in or throw it away: stored on the desktop, and never shown by the browser.</summary>
internal static class ReceivedDoor
{
    public static void MapReceived(this WebApplication app) =>
        app.MapMethods("/files/received/{id:guid}", [HttpMethods.Get, HttpMethods.Head], Send).RequireAuthorization();

    private static async Task<IResult> Send(HttpContext http, Guid id, Receiving receiving, IBlobs blobs)
    {
        if (await receiving.Find(new Viewer(Sessions.Person(http.User)), id) is not { } received)
            return Results.NotFound();
        return await blobs.Open(received.BlobKey, http.RequestAborted) is { } content
            ? http.Keep(received.Name, received.BlobKey, received.At, content)
            : Results.Text(Downloads.Missing, statusCode: StatusCodes.Status500InternalServerError);
    }
}
