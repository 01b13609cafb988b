namespace Intranet.App.Access;

/// <summary>
/// Other sites' pages are turned away by their origin: live connections and what scripts send carry the cookie and no antiforgery token,
/// and neither does a form that a stale page must still be able to send, such as the one that signs out. Programs send no origin.
/// </summary>
internal static class SameOrigin
{
    private static readonly PathString[] Guarded = ["/_blazor", "/hubs", "/api", "/dav"];

    public static void UseSameOrigin(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                if (
                    (Array.Exists(Guarded, part => http.Request.Path.StartsWithSegments(part)) || Changes(http.Request.Method))
                    && Foreign(http.Request)
                )
                {
                    http.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                }
                return next(http);
            }
        );

    private static bool Changes(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static bool Foreign(HttpRequest request) =>
        request.Headers.Origin.Count > 0
        && !string.Equals(request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
