using System.Globalization;
using System.Text.Json;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Microsoft.AspNetCore.Http.Features;

namespace Intranet.App.Documents.Uploading;

/// <summary>
/// The way in for files, in the manner of tus: begin, add pieces at their offset, finish. Whoever lost the connection asks how far it is and
/// goes on from there. No form of another site can send any of these requests.
/// </summary>
internal static class UploadDoors
{
    private const string OffsetHeader = "Upload-Offset";
    private const string ChecksumHeader = "Upload-Checksum";
    private const string PieceType = "application/offset+octet-stream";
    private const int ChecksumWrong = 460;

    public static void MapUploads(this WebApplication app)
    {
        var doors = app.MapGroup("/api/uploads").RequireAuthorization();
        doors.MapPost("", Begin);
        doors.MapGet("{id:guid}", Look);
        doors.MapPatch("{id:guid}", Add);
        doors.MapPost("{id:guid}/finish", Finish);
        doors.MapDelete("{id:guid}", Cancel);
    }

    private static Task<IResult> Begin(HttpContext http, Uploads uploads) =>
        Answer(async () => Results.Ok(await uploads.Begin(Viewer(http), await Asked<NewUpload>(http))));

    private static async Task<IResult> Look(HttpContext http, Guid id, Uploads uploads) =>
        await uploads.Look(Viewer(http), id) is { } state ? Results.Ok(state) : Results.NotFound();

    private static Task<IResult> Add(HttpContext http, Guid id, Uploads uploads) =>
        Answer(async () =>
        {
            if (http.Request.ContentType != PieceType || !long.TryParse(http.Request.Headers[OffsetHeader], out var offset))
                throw new Refusal($"A piece has the type {PieceType} and says its {OffsetHeader}.");
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = null;
            if (await uploads.Look(Viewer(http), id) is null)
                return Results.NotFound();
            var sha256 = Checksum(http.Request.Headers[ChecksumHeader].ToString());
            var arrival = await uploads.Add(Viewer(http), id, offset, http.Request.BodyReader, sha256, http.RequestAborted);
            http.Response.Headers[OffsetHeader] = arrival.Length.ToString(CultureInfo.InvariantCulture);
            return Results.StatusCode(
                arrival.State switch
                {
                    ArrivalState.Taken => StatusCodes.Status204NoContent,
                    ArrivalState.Busy => StatusCodes.Status423Locked,
                    ArrivalState.Elsewhere => StatusCodes.Status409Conflict,
                    ArrivalState.Corrupt => ChecksumWrong,
                }
            );
        });

    private static Task<IResult> Finish(HttpContext http, Guid id, Uploads uploads) =>
        Answer(async () => Results.Ok(await uploads.Finish(Viewer(http), id, await Asked<UploadEnd>(http), http.RequestAborted)));

    private static async Task<IResult> Cancel(HttpContext http, Guid id, Uploads uploads)
    {
        await uploads.Cancel(Viewer(http), id);
        return Results.NoContent();
    }

    private static async Task<IResult> Answer(Func<Task<IResult>> door)
    {
        try
        {
            return await door();
        }
        catch (Refusal refusal)
        {
            return Answers.Refused(refusal);
        }
    }

    private static async Task<T> Asked<T>(HttpContext http)
    {
        try
        {
            if (http.Request.HasJsonContentType() && await http.Request.ReadFromJsonAsync<T>(http.RequestAborted) is { } asked)
                return asked;
        }
        catch (JsonException)
        {
            // Said below.
        }
        throw new Refusal("This request cannot be read.");
    }

    /// <summary>As tus writes it: "sha256 BASE64"; null where there is none.</summary>
    private static byte[]? Checksum(string said)
    {
        if (said.Length == 0)
            return null;
        var sum = new byte[32];
        return
            said.StartsWith("sha256 ", StringComparison.Ordinal)
            && Convert.TryFromBase64String(said["sha256 ".Length..], sum, out var length)
            && length == sum.Length
            ? sum
            : throw new Refusal("The checksum of a piece is its SHA-256 in Base64.");
    }

    private static Viewer Viewer(HttpContext http) => new(Sessions.Person(http.User));
}
