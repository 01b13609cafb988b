using Intranet.App.Shared;
using Intranet.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace Intranet.App.Documents.Dav;

/// <summary>Documents for the desktop: WebDAV, class 1 and 2 (RFC 4918), at /dav/SPACE/FOLDER/DOCUMENT, by email and app password.</summary>
internal static class DavDoors
{
    private const string Options = "OPTIONS";

    private static readonly Dictionary<string, Func<IServiceProvider, Errand, Task>> Methods = new()
    {
        [Options] = (_, errand) => Introduce(errand),
        [HttpMethods.Get] = (s, errand) => s.GetRequiredService<Contents>().Send(errand),
        [HttpMethods.Head] = (s, errand) => s.GetRequiredService<Contents>().Send(errand),
        [HttpMethods.Put] = (s, errand) => s.GetRequiredService<Contents>().Take(errand),
        [HttpMethods.Delete] = (s, errand) => s.GetRequiredService<Tree>().Delete(errand),
        ["MKCOL"] = (s, errand) => s.GetRequiredService<Tree>().MakeFolder(errand),
        ["COPY"] = (s, errand) => s.GetRequiredService<Tree>().Copy(errand),
        ["MOVE"] = (s, errand) => s.GetRequiredService<Tree>().Move(errand),
        ["PROPFIND"] = (s, errand) => s.GetRequiredService<Listing>().List(errand),
        ["PROPPATCH"] = (s, errand) => s.GetRequiredService<Patching>().Patch(errand),
        ["LOCK"] = (s, errand) => s.GetRequiredService<Locking>().Lock(errand),
        ["UNLOCK"] = (s, errand) => s.GetRequiredService<Locking>().Unlock(errand),
    };

    public static void AddDav(this IServiceCollection services)
    {
        services.AddSingleton<Places>();
        services.AddSingleton<Guard>();
        services.AddSingleton<Locks>();
        services.AddSingleton<Contents>();
        services.AddSingleton<Tree>();
        services.AddSingleton<Listing>();
        services.AddSingleton<Patching>();
        services.AddSingleton<Locking>();
    }

    /// <summary>Only the app password counts here: a page of another site may make a browser send its cookie, but not this.</summary>
    public static void MapDav(this WebApplication app) =>
        app.MapMethods($"{DavPath.Root}/{{**path}}", Methods.Keys, Answer)
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = SignInSchemes.AppPassword });

    private static async Task Answer(HttpContext http, string? path, Places places)
    {
        try
        {
            if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()?.RawTarget.Contains('#') == true)
                throw DavAnswer.Unreadable;
            var errand = new Errand(http, await places.Find(Errand.ViewerOf(http), DavPath.Steps(path)));
            await Methods[http.Request.Method](http.RequestServices, errand);
        }
        catch (DavAnswer answer)
        {
            await Say(http, answer.Status, answer.Message, answer.Condition);
        }
        catch (Refusal refusal)
        {
            var status =
                refusal.NoRoom ? StatusCodes.Status507InsufficientStorage
                : refusal.Passing ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status403Forbidden;
            await Say(http, status, refusal.Message, null);
        }
    }

    private static async Task Say(HttpContext http, int status, string sentence, string? condition)
    {
        if (condition is null)
        {
            await Results.Text(sentence, statusCode: status).ExecuteAsync(http);
            return;
        }
        var xml = await DavXml.Begin(http.Response, status, "error");
        await xml.Empty(DavXml.Dav + condition);
        await xml.WriteCommentAsync($" {sentence} ");
        await xml.End();
    }

    private static Task Introduce(Errand errand)
    {
        errand.Response.Headers["DAV"] = "1, 2";
        // Without it, Microsoft's programs believe in another protocol.
        errand.Response.Headers["MS-Author-Via"] = "DAV";
        errand.Response.Headers.Allow = string.Join(", ", Methods.Keys);
        return Task.CompletedTask;
    }
}
