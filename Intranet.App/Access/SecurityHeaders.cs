using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace Intranet.App.Access;

/// <summary>What every answer tells the browser: run only our own scripts, stay out of frames, keep nothing personal in caches.</summary>
internal static class SecurityHeaders
{
    private static readonly object NonceKey = new();

    /// <summary>Marks the few inline scripts of this answer as ours.</summary>
    public static string Nonce(this HttpContext http) =>
        (string)(http.Items[NonceKey] ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(18)));

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(
                    static state =>
                    {
                        Set((HttpContext)state);
                        return Task.CompletedTask;
                    },
                    http
                );
                return next(http);
            }
        );

    private static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (headers.XFrameOptions.Count == 0)
            headers.XFrameOptions = "DENY";
        // An endpoint that serves uploaded files sets a stricter policy itself.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy =
                $"default-src 'self'; script-src 'self' 'nonce-{http.Nonce()}'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
        if (!MayBeKept(http))
            headers.CacheControl = "no-store";
    }

    /// <summary>Our own files, and what an endpoint deliberately lets this one browser keep.</summary>
    private static bool MayBeKept(HttpContext http) =>
        http.Response.StatusCode < 400
        && (
            http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || CacheControlHeaderValue.TryParse(http.Response.Headers.CacheControl.ToString(), out var asked)
                && asked is { Private: true, MaxAge: not null }
        );
}
