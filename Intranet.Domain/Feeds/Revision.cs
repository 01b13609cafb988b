namespace Intranet.Domain.Feeds;

/// <summary>How a post or comment read before an edit.</summary>
public sealed class Revision(
    Guid id,
    Guid thingId,
    Guid spaceId,
    Guid editorId,
    string? title,
    string markdown,
    string html,
    DateTimeOffset at
)
{
    public Guid Id { get; private set; } = id;
    public Guid ThingId { get; private set; } = thingId;
    public Guid SpaceId { get; private set; } = spaceId;
    public Guid EditorId { get; private set; } = editorId;
    public string? Title { get; private set; } = title;
    public string Markdown { get; private set; } = markdown;
    public string Html { get; private set; } = html;

    /// <summary>When this reading was replaced.</summary>
    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Takes the same reading as cleaned by newer rules.</summary>
    public void CleanAgain(string html) => Html = html;
}
