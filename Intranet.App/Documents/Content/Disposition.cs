using Intranet.Domain.Documents.Content;
using Microsoft.Net.Http.Headers;

namespace Intranet.App.Documents.Content;

/// <summary>The header that names a file to the browser (RFC 6266, RFC 8187).</summary>
public static class Disposition
{
    /// <summary>To be stored on the desktop under its name.</summary>
    public static string Attachment(string name) => Named("attachment", name);

    /// <summary>To be shown in the page's own frame; saved from there it has its name too.</summary>
    public static string Inline(string name) => Named("inline", name);

    private static string Named(string kind, string name)
    {
        var header = new ContentDispositionHeaderValue(kind);
        header.SetHttpFileName(FileName.ForDownload(name));
        return header.ToString();
    }
}
