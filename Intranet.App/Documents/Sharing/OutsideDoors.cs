using Intranet.App.Documents.Downloading;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Sharing;

/// <summary>The way out for people without an account. Each request asks again whether the link holds.</summary>
internal static class OutsideDoors
{
    public const string UsedUp = "This link has been used as often as it allows. Ask whoever sent it for a new one.";

    public static void MapOutside(this WebApplication app)
    {
        app.MapMethods("/s/{key}/file/{id:guid}", [HttpMethods.Get, HttpMethods.Head], Send);
        app.MapGet("/s/{key}/zip", Pack);
    }

    private static async Task<IResult> Send(HttpContext http, string key, Guid id, Outside outside, Pass pass, IBlobs blobs)
    {
        if (await Opened(http, key, outside, pass) is not { } open || await outside.Version(open, id) is not { } version)
            return Results.NotFound();
        if (await blobs.Open(version.BlobKey, http.RequestAborted) is not { } content)
            return Results.Text(Downloads.Missing, statusCode: StatusCodes.Status500InternalServerError);
        if (HttpMethods.IsGet(http.Request.Method) && !Is(version, http) && !await Counted(http, open, id, outside, pass))
        {
            await content.DisposeAsync();
            return Results.Text(UsedUp, statusCode: StatusCodes.Status403Forbidden);
        }
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
        if (!await Counted(http, open, open.Node.Id, outside, pass))
            return Results.Text(UsedUp, statusCode: StatusCodes.Status403Forbidden);
        return await http.Pack(bundles, bundle);
    }

    private static async Task<OpenLink?> Opened(HttpContext http, string key, Outside outside, Pass pass) =>
        await outside.Find(key) is { Link.Kind: Domain.Documents.Sharing.ShareKind.Read } open && pass.Opens(http, open.Link) ? open : null;

    /// <summary>Whoever has it already, or asks for what lies behind its end, is sent nothing and takes nothing from the limit.</summary>
    private static bool Is(DocumentVersion version, HttpContext http) =>
        http.Request.GetTypedHeaders() is var asked
        && (
            asked.IfNoneMatch.Any(tag => tag.Tag == $"\"{version.BlobKey}\"")
            || asked.Range is { Ranges: { Count: 1 } ranges } && ranges.First().From >= version.Size
        );

    /// <summary>A download that broke off goes on without being counted again; the browser's own ticket says that it was.</summary>
    private static async Task<bool> Counted(HttpContext http, OpenLink open, Guid what, Outside outside, Pass pass)
    {
        if (
            http.Request.GetTypedHeaders().Range is { Unit.Value: "bytes", Ranges: { Count: 1 } ranges }
            && ranges.First().From > 0
            && pass.Holds(http, open.Link, what)
        )
            return true;
        if (!await outside.Take(open.Link))
            return false;
        pass.Give(http, open.Link, what);
        return true;
    }
}
