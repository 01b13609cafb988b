namespace Intranet.Domain.Feeds;

/// <summary>A post was at least two seconds in a person's view. Counted; never shown by name.</summary>
public sealed class Seen(Guid postId, Guid personId, Guid spaceId, DateTimeOffset at)
{
    public Guid PostId { get; private set; } = postId;
    public Guid PersonId { get; private set; } = personId;
    public Guid SpaceId { get; private set; } = spaceId;
    public DateTimeOffset At { get; private set; } = at;
}
