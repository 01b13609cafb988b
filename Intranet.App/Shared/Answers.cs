using Intranet.Domain.Access;

namespace Intranet.App.Shared;

/// <summary>What the doors for scripts and files answer alike.</summary>
internal static class Answers
{
    /// <summary>A refusal for a script, which shows the sentence.</summary>
    public static IResult Refused(string sentence, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new { sentence }, statusCode: status);

    /// <summary>The same with the number that tells a script whether to try again by itself.</summary>
    public static IResult Refused(Refusal refusal) =>
        Refused(refusal.Message, refusal.Passing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest);

    /// <summary>A file whose store is away is said in a sentence, and asked for again later.</summary>
    public static void UsePassingRefusals(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                catch (Refusal refusal) when (refusal.Passing && !http.Response.HasStarted)
                {
                    http.Response.Headers.RetryAfter = "60";
                    await Results.Text(refusal.Message, statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
                }
            }
        );

    /// <summary>A paper for the browser's own viewer, in a frame of our own pages and nowhere else. It fetches nothing; the scripts that are let are the viewer's.</summary>
    public static void Framed(this HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox allow-scripts; frame-ancestors 'self'";
        response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    /// <summary>What people brought in is to do nothing in the browser that opens it.</summary>
    public static void Harmless(this HttpResponse response) => response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
}
