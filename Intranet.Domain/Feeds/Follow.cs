namespace Intranet.Domain.Feeds;

/// <summary>A person wants to hear of a post's answers, or wants it quiet.</summary>
public sealed class Follow(Guid postId, Guid personId, Guid spaceId, bool muted)
{
    public Guid PostId { get; private set; } = postId;
    public Guid PersonId { get; private set; } = personId;
    public Guid SpaceId { get; private set; } = spaceId;
    public bool Muted { get; set; } = muted;
}
