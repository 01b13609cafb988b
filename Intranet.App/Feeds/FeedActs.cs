namespace Intranet.App.Feeds;

/// <summary>The operations a feed calls for a person's clicks.</summary>
public sealed class FeedActs(
    Posts posts,
    Corrections corrections,
    Comments comments,
    Reactions reactions,
    Keepsakes keepsakes,
    Choices choices,
    SeenMarks seen,
    FeedPages pages,
    FeedWire wire
)
{
    public Posts Posts { get; } = posts;
    public Corrections Corrections { get; } = corrections;
    public Comments Comments { get; } = comments;
    public Reactions Reactions { get; } = reactions;
    public Keepsakes Keepsakes { get; } = keepsakes;
    public Choices Choices { get; } = choices;
    public SeenMarks Seen { get; } = seen;
    public FeedPages Pages { get; } = pages;
    public FeedWire Wire { get; } = wire;
}
