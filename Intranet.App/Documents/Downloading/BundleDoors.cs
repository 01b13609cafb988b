using Intranet.App.Data;
using Intranet.App.Documents.Content;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Downloading;

/// <summary>The way out for many files at once.</summary>
internal static class BundleDoors
{
    public static void MapBundles(this WebApplication app) => app.MapGet("/files/zip", Send).RequireAuthorization();

    /// <summary>Where these are handed out as one archive.</summary>
    public static string Address(IEnumerable<Guid> nodes) => $"/files/zip?{string.Join('&', nodes.Select(id => $"of={id}"))}";

    private static async Task<IResult> Send(HttpContext http, Guid[] of, Bundles bundles, Downloads downloads)
    {
        var viewer = new Viewer(Sessions.Person(http.User));
        Bundle? bundle;
        try
        {
            bundle = await bundles.Gather(viewer, of);
        }
        catch (Refusal refusal) when (!refusal.Passing)
        {
            return Results.Text(refusal.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        if (bundle is null)
            return Results.NotFound();
        foreach (var some in bundle.Entries.Select(e => e.Version).OfType<DocumentVersion>().Chunk(500))
            await downloads.Opened(viewer, some);
        return await http.Pack(bundles, bundle);
    }

    /// <summary>Puts an archive together while it is sent.</summary>
    public static async Task<IResult> Pack(this HttpContext http, Bundles bundles, Bundle bundle)
    {
        http.Response.Harmless();
        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = Disposition.Attachment($"{bundle.Name}.zip");
        await bundles.Send(bundle, http.Response.Body, http.RequestAborted);
        return Results.Empty;
    }
}
