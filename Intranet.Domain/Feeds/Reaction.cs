namespace Intranet.Domain.Feeds;

/// <summary>One person's reaction to a post or comment. Imported reactions may have nobody.</summary>
public sealed class Reaction(Guid id, Guid thingId, Guid postId, Guid spaceId, Guid? personId, ReactionKind kind, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    /// <summary>The post or comment reacted to.</summary>
    public Guid ThingId { get; private set; } = thingId;
    public Guid PostId { get; private set; } = postId;
    public Guid SpaceId { get; private set; } = spaceId;
    public Guid? PersonId { get; private set; } = personId;
    public ReactionKind Kind { get; private set; } = kind;
    public DateTimeOffset At { get; private set; } = at;
}
