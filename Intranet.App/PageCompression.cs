using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Intranet.App;

/// <summary>Sends pages compressed; files are compressed when they are built.</summary>
internal static class PageCompression
{
    // Over HTTPS as well: guessing at a secret by the length of answers needs the same secret in each of them and requests that
    // another site makes with our cookie. Tokens and circuit state are encrypted anew for every answer, and the cookie is SameSite.
    public static void AddPageCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
