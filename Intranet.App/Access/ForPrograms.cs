using Intranet.App.Shared;
using Microsoft.AspNetCore.Diagnostics;

namespace Intranet.App.Access;

/// <summary>What programs and scripts are answered, who can do nothing with a page: a bare status, or one with a sentence.</summary>
internal static class ForPrograms
{
    private static readonly PathString[] Doors = ["/api", "/files", "/dav"];

    /// <summary>Whether a browser asks for something it will show as a page.</summary>
    public static bool WantsPage(this HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    public static bool IsDoor(this HttpRequest request) => Array.Exists(Doors, door => request.Path.StartsWithSegments(door));

    /// <summary>Only a browser that asked for a page gets one with the reason; programs, scripts and forms keep the bare status.</summary>
    public static void UseBareAnswersForPrograms(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                if (
                    (!http.Request.WantsPage() || http.Request.Path.StartsWithSegments("/dav"))
                    && http.Features.Get<IStatusCodePagesFeature>() is { } pages
                )
                    pages.Enabled = false;
                try
                {
                    await next(http);
                }
                catch (BadHttpRequestException e) when (http.Request.IsDoor() && !http.Response.HasStarted)
                {
                    // The sender's fault and not ours: nothing for the log.
                    var sentence =
                        e.StatusCode == StatusCodes.Status413PayloadTooLarge
                            ? "This request is too long. A file is sent in pieces."
                            : "This request cannot be read.";
                    await Answers.Refused(sentence, e.StatusCode).ExecuteAsync(http);
                }
            }
        );
}
