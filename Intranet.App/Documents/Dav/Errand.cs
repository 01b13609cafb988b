using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.Domain.Activity;

namespace Intranet.App.Documents.Dav;

/// <summary>One request of a program: who asks, about what, and on which conditions.</summary>
internal sealed class Errand(HttpContext http, Place place)
{
    public HttpContext Http { get; } = http;
    public HttpRequest Request => Http.Request;
    public HttpResponse Response => Http.Response;
    public CancellationToken Stop => Http.RequestAborted;
    public Viewer Viewer { get; } = ViewerOf(http);
    public Place Place { get; } = place;
    public IfHeader If { get; } = IfHeader.Read(http.Request.Headers["If"].ToString());

    /// <summary>0, 1, or null for all that lies below.</summary>
    public int? Depth(int? usual) =>
        Request.Headers["Depth"].ToString().ToUpperInvariant() switch
        {
            "" => usual,
            "0" => 0,
            "1" => 1,
            "INFINITY" => null,
            _ => throw DavAnswer.Unreadable,
        };

    public bool Overwrite =>
        Request.Headers["Overwrite"].ToString().ToUpperInvariant() switch
        {
            "" or "T" => true,
            "F" => false,
            _ => throw DavAnswer.Unreadable,
        };

    public string[] Destination =>
        Request.Headers["Destination"].ToString() is { Length: > 0 } said
            ? DavPath.Of(said, Request) ?? throw new DavAnswer(StatusCodes.Status502BadGateway, "That lies on another server.")
            : throw DavAnswer.Unreadable;

    /// <summary>The times a program would like its lock to last, of which the first that can be read counts.</summary>
    public TimeSpan Timeout =>
        Request
            .Headers["Timeout"]
            .ToString()
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(said =>
                said.StartsWith("Second-", StringComparison.OrdinalIgnoreCase) && uint.TryParse(said["Second-".Length..], out var seconds)
                    ? TimeSpan.FromSeconds(seconds)
                    : (TimeSpan?)null
            )
            .FirstOrDefault(t => t is not null)
        ?? TimeSpan.FromHours(1);

    public bool HasBody => Request.ContentLength > 0 || Request.Headers.TransferEncoding.Count > 0;

    public static Viewer ViewerOf(HttpContext http) => new(Sessions.Person(http.User), Channel.WebDav);
}
