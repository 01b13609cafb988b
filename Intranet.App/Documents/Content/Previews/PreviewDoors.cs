using Intranet.App.Data;
using Intranet.App.Documents.Content;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Downloading;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Images;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>What a preview shows besides words: pictures drawn anew, papers, and sound and film. Each request asks again who may see the document.</summary>
internal static class PreviewDoors
{
    public static void MapPreviews(this WebApplication app)
    {
        var doors = app.MapGroup("/files/documents/{id:guid}/{number:int}").RequireAuthorization();
        doors.MapGet("{slot:int}.webp", Picture);
        doors.MapGet("paper", Paper);
        doors.MapMethods("sound", [HttpMethods.Get, HttpMethods.Head], Sound);
    }

    private static Task<IResult> Picture(
        HttpContext http,
        Guid id,
        int number,
        int slot,
        Downloads downloads,
        DrawnPictures pictures,
        FirstPages pages,
        IBlobs blobs
    ) =>
        Show(
            http,
            id,
            number,
            downloads,
            async version =>
            {
                if (slot == Pictures.ThumbnailSide && FirstPages.IsPaper(version.ContentType))
                    return Pixels(http, await pages.Of(version)) ?? Results.Bytes(FirstPages.None, "image/webp");
                if (!IsA("image", version) || await blobs.Find(version.BlobKey) is not { } original)
                    return null;
                if (slot != Pictures.ThumbnailSide)
                    await pictures.Draw(original, version.BlobKey);
                var drawn =
                    slot == Pictures.ThumbnailSide ? await pictures.Small(original, version.BlobKey) : pictures.Find(version.BlobKey, slot);
                return Pixels(http, drawn);
            }
        );

    private static IResult? Pixels(HttpContext http, string? drawn)
    {
        http.Response.Harmless();
        return drawn is null ? null : Results.File(drawn, "image/webp");
    }

    /// <summary>The document itself when it is a PDF, or else what it was printed to.</summary>
    private static Task<IResult> Paper(HttpContext http, Guid id, int number, Downloads downloads, OfficePrinter printer, IBlobs blobs) =>
        Show(
            http,
            id,
            number,
            downloads,
            async version =>
            {
                var own = version.ContentType == ContentKind.Pdf.MediaType;
                var paper = own ? await blobs.Open(version.BlobKey, http.RequestAborted) : Print(printer, version);
                if (paper is null)
                    return null;
                http.Response.Framed();
                http.Response.Headers.ContentDisposition = Disposition.Inline(own ? version.Name : $"{version.Name}.pdf");
                return Results.File(paper, ContentKind.Pdf.MediaType, enableRangeProcessing: true);
            }
        );

    private static Task<IResult> Sound(HttpContext http, Guid id, int number, Downloads downloads, IBlobs blobs) =>
        Show(
            http,
            id,
            number,
            downloads,
            async version =>
            {
                if (!Previewing.IsPlayed(version.ContentType) || await blobs.Open(version.BlobKey, http.RequestAborted) is not { } played)
                    return null;
                http.Response.Harmless();
                http.Response.Headers.ContentDisposition = Disposition.Inline(version.Name);
                return Results.File(played, version.ContentType, lastModified: version.At, enableRangeProcessing: true);
            }
        );

    private static async Task<IResult> Show(
        HttpContext http,
        Guid id,
        int number,
        Downloads downloads,
        Func<DocumentVersion, Task<IResult?>> show
    )
    {
        try
        {
            return
                await downloads.Find(new Viewer(Sessions.Person(http.User)), id, number) is { } version && await show(version) is { } shown
                ? shown
                : Results.NotFound();
        }
        catch (Refusal refusal) when (!refusal.Passing)
        {
            // A picture that cannot be drawn; the page says why.
            return Results.NotFound();
        }
    }

    /// <summary>A type is stored only when bytes and name agreed on it.</summary>
    private static bool IsA(string what, DocumentVersion version) => version.ContentType.StartsWith($"{what}/", StringComparison.Ordinal);

    private static FileStream? Print(OfficePrinter printer, DocumentVersion version) =>
        printer.Find(version.BlobKey) is { } print ? File.OpenRead(print) : null;
}
