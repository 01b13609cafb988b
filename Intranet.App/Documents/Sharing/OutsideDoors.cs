using Intranet.App.Documents.Downloading;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Microsoft.Net.Http.Headers;

namespace Intranet.App.Documents.Sharing;

/// <summary>The way out for people without an account. Each request asks again whether the link holds.</summary>
internal static class OutsideDoors
{
    public const string UsedUp = "This link has been used as often as it allows. Ask whoever sent it for a new one.";

    public static void MapOutside(this WebApplication app)
    {
        app.MapMethods("/s/{key}/file/{id:guid}", [HttpMethods.Get, HttpMethods.Head], Send);
        app.MapMethods("/s/{key}/zip", [HttpMethods.Get, HttpMethods.Head], Pack);
    }

    private static async Task<IResult> Send(
        HttpContext http,
        string key,
        Guid id,
        Outside outside,
        Pass pass,
        Allowances allowances,
        IBlobs blobs
    )
    {
        if (await Opened(http, key, outside, pass) is not { } open || await outside.Version(open, id) is not { } version)
            return Results.NotFound();
        if (HttpMethods.IsGet(http.Request.Method) && HasIt(http, version))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        if (await blobs.Open(version.BlobKey, http.RequestAborted) is not { } content)
            return Results.Text(Downloads.Missing, statusCode: StatusCodes.Status500InternalServerError);
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            if (!open.Link.UsedUp || pass.Holds(http, open.Link, id) is not null)
                return http.Keep(version, content);
            await content.DisposeAsync();
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        var rest = Rest(http, version);
        if (rest == 0)
            return http.Keep(version, content);
        // A download that broke off goes on without being counted again; the browser's own ticket says that it was.
        if (rest is { } bytes && pass.Holds(http, open.Link, id) is { } ticket && allowances.Take(ticket, version.Size, bytes))
            return http.Keep(version, new Measured(content, read => allowances.Return(ticket, Math.Max(0, bytes - read))));
        if (!await outside.Take(open.Link))
        {
            await content.DisposeAsync();
            return Results.Text(UsedUp, statusCode: StatusCodes.Status403Forbidden);
        }
        pass.Give(http, open.Link, id);
        return http.Keep(version, content);
    }

    private static async Task<IResult> Pack(HttpContext http, string key, Outside outside, Pass pass, Bundles bundles)
    {
        if (await Opened(http, key, outside, pass) is not { Node.IsFolder: true } open)
            return Results.NotFound();
        Bundle? bundle;
        try
        {
            bundle = await bundles.Gather(open.Eyes, [open.Node.Id], approved: true);
        }
        catch (Refusal refusal) when (!refusal.Passing)
        {
            return Results.Text(refusal.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        if (bundle is null)
            return Results.NotFound();
        // Whoever only asks what is there is not counted, and is not told more than whoever would take it.
        if (HttpMethods.IsHead(http.Request.Method))
            return Results.StatusCode(open.Link.UsedUp ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK);
        if (!await outside.Take(open.Link))
            return Results.Text(UsedUp, statusCode: StatusCodes.Status403Forbidden);
        return await http.Pack(bundles, bundle);
    }

    private static async Task<OpenLink?> Opened(HttpContext http, string key, Outside outside, Pass pass) =>
        await outside.Find(key) is { Link.Kind: Domain.Documents.Sharing.ShareKind.Read } open && pass.Opens(http, open.Link) ? open : null;

    /// <summary>Whoever has it already is sent nothing and takes nothing from the limit.</summary>
    private static bool HasIt(HttpContext http, DocumentVersion version) =>
        http.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Tag == $"\"{version.BlobKey}\"");

    /// <summary>
    /// How many bytes are asked for by whoever asks for a part; null where all of it would be sent. The request is made to say exactly this, so
    /// that nothing it says besides makes more of it.
    /// </summary>
    private static long? Rest(HttpContext http, DocumentVersion version)
    {
        var asked = http.Request.GetTypedHeaders();
        if (
            asked.Range is not { Unit.Value: "bytes", Ranges: { Count: 1 } ranges }
            || ranges.Single() is not { From: { } from, To: var to }
            || asked.IfRange is { } known && known.EntityTag?.Tag != $"\"{version.BlobKey}\""
        )
            return null;
        var last = Math.Min(to ?? long.MaxValue, version.Size - 1);
        http.Request.Headers.Range = from > last ? $"bytes={from}-" : $"bytes={from}-{last}";
        http.Request.Headers.Remove(HeaderNames.IfRange);
        return Math.Max(0, last - from + 1);
    }
}
