namespace Intranet.Domain.Feeds;

/// <summary>A person keeps a post to come back to.</summary>
public sealed class Bookmark(Guid postId, Guid personId, Guid spaceId, DateTimeOffset at)
{
    public Guid PostId { get; private set; } = postId;
    public Guid PersonId { get; private set; } = personId;
    public Guid SpaceId { get; private set; } = spaceId;
    public DateTimeOffset At { get; private set; } = at;
}
