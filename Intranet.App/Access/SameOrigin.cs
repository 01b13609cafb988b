namespace Intranet.App.Access;

/// <summary>Live connections carry the cookie and are not covered by antiforgery tokens, so other sites' pages are turned away by their origin.</summary>
internal static class SameOrigin
{
    public static void UseSameOrigin(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                var path = http.Request.Path;
                if ((path.StartsWithSegments("/_blazor") || path.StartsWithSegments("/hubs")) && Foreign(http.Request))
                {
                    http.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                }
                return next(http);
            }
        );

    private static bool Foreign(HttpRequest request) =>
        request.Headers.Origin.Count > 0
        && !string.Equals(request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
