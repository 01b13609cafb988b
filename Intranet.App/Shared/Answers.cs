namespace Intranet.App.Shared;

/// <summary>What the doors for scripts and files answer alike.</summary>
internal static class Answers
{
    /// <summary>A refusal for a script, which shows the sentence.</summary>
    public static IResult Refused(string sentence, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new { sentence }, statusCode: status);

    /// <summary>A paper for the browser's own viewer, in a frame of our own pages and nowhere else. It fetches nothing; the scripts that are let are the viewer's.</summary>
    public static void Framed(this HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox allow-scripts; frame-ancestors 'self'";
        response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    /// <summary>What people brought in is to do nothing in the browser that opens it.</summary>
    public static void Harmless(this HttpResponse response) => response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
}
