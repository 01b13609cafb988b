namespace Intranet.App.Documents.Dav;

/// <summary>Addresses below /dav, as the names they are made of.</summary>
internal static class DavPath
{
    public const string Root = "/dav";

    /// <summary>The names in an address that was decoded already.</summary>
    public static string[] Steps(string? decoded) => (decoded ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The names in an address as a header says it, whole or beginning with a slash; null when it leads elsewhere.</summary>
    public static string[]? Of(string said, HttpRequest request)
    {
        if (
            !Uri.TryCreate(new Uri($"{request.Scheme}://{request.Host}"), said, out var uri)
            || !string.Equals(uri.Authority, new Uri($"{request.Scheme}://{request.Host}").Authority, StringComparison.OrdinalIgnoreCase)
        )
            return null;
        string[] steps = [.. Steps(uri.AbsolutePath).Select(Uri.UnescapeDataString)];
        return steps is [var first, .. var rest] && $"/{first}" == Root ? rest : null;
    }

    /// <summary>The address of these names, as it is written in answers.</summary>
    public static string Href(IEnumerable<string> steps, bool folder)
    {
        var path = string.Concat(steps.Select(step => $"/{Uri.EscapeDataString(step)}"));
        return folder ? $"{Root}{path}/" : $"{Root}{path}";
    }
}
