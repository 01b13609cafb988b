using Intranet.Domain.Activity;

namespace Intranet.Domain.Notifications;

/// <summary>Something a person should hear of; the words are made when it is shown, by the rule of sight of that moment.</summary>
public sealed class Notification(
    Guid id,
    Guid personId,
    Verb verb,
    Guid? actorId,
    Guid? spaceId,
    Guid? postId,
    Guid? thingId,
    DateTimeOffset at
)
{
    public Guid Id { get; private set; } = id;
    public Guid PersonId { get; private set; } = personId;
    public Verb Verb { get; private set; } = verb;
    public Guid? ActorId { get; private set; } = actorId;
    public Guid? SpaceId { get; private set; } = spaceId;
    public Guid? PostId { get; private set; } = postId;
    public Guid? ThingId { get; private set; } = thingId;
    public DateTimeOffset At { get; private set; } = at;
    public DateTimeOffset? ReadAt { get; set; }
}
