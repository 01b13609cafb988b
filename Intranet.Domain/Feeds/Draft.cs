namespace Intranet.Domain.Feeds;

/// <summary>What somebody began to write and has not published; it waits on every device.</summary>
public sealed class Draft(Guid personId, string place)
{
    public const int PlaceLimit = 80;

    public Guid PersonId { get; private set; } = personId;

    /// <summary>Where it is being written: "home", "space:ID", "post:ID" or "reply:ID" for a comment, "edit:ID", "share:ID".</summary>
    public string Place { get; private set; } = place;

    /// <summary>The space chosen for it, where the place leaves that open.</summary>
    public Guid? SpaceId { get; set; }
    public PostKind Kind { get; set; }
    public string? Title { get; set; }
    public string Markdown { get; set; } = "";

    /// <summary>The options of a poll, one a line.</summary>
    public string? Options { get; set; }

    /// <summary>When the poll ends, as far as that was said.</summary>
    public DateTimeOffset? PollEnds { get; set; }

    /// <summary>Whom it praises, ids separated by spaces.</summary>
    public string? People { get; set; }

    /// <summary>The client key the text will be published under; survives with the text, so it is published once.</summary>
    public string ClientKey { get; set; } = "";
    public DateTimeOffset At { get; set; }

    /// <summary>Nothing is left that anybody would miss.</summary>
    public bool Blank => new[] { Markdown, Title, Options, People }.All(string.IsNullOrWhiteSpace);
}
