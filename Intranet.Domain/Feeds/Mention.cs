namespace Intranet.Domain.Feeds;

/// <summary>A post or comment names a person who may read it.</summary>
public sealed class Mention(Guid thingId, Guid personId, Guid postId, Guid spaceId)
{
    public Guid ThingId { get; private set; } = thingId;
    public Guid PersonId { get; private set; } = personId;
    public Guid PostId { get; private set; } = postId;
    public Guid SpaceId { get; private set; } = spaceId;
}
