namespace Intranet.Domain.Activity;

/// <summary>One act, written in the same transaction as the act itself and never changed. Everything that follows from acts reads these rows.</summary>
public sealed class Act
{
    private Act() { }

    public Act(DateTimeOffset at, Guid? actorId, Verb verb, Channel channel)
    {
        At = at;
        ActorId = actorId;
        Verb = verb;
        Channel = channel;
    }

    public long Id { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? ActorId { get; private set; }
    public Verb Verb { get; private set; }
    public Channel Channel { get; private set; }
    public Guid? SpaceId { get; init; }
    public ThingKind ThingKind { get; init; }
    public Guid? ThingId { get; init; }

    /// <summary>The post a comment, reaction or vote hangs under; the thing itself for a post.</summary>
    public Guid? PostId { get; init; }

    /// <summary>Whose thing it was: the other end of a tie.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The actor's team at that time; a reorganisation does not rewrite history.</summary>
    public Guid? TeamId { get; init; }

    /// <summary>0 for acts done here; otherwise the imported source.</summary>
    public int SourceId { get; init; }

    /// <summary>Whether the act counts for adoption: not for guests, nor for content taken over from elsewhere.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>Identifies an imported row within its source, so that importing a file again adds nothing.</summary>
    public long? ExternalKey { get; init; }

    /// <summary>The same act as its readers tell it when they know the people in it under other ids; the row itself stays as it is.</summary>
    public Act Between(Guid? actorId, Guid? ownerId, bool counts) =>
        new(At, actorId, Verb, Channel)
        {
            Id = Id,
            SpaceId = SpaceId,
            ThingKind = ThingKind,
            ThingId = ThingId,
            PostId = PostId,
            OwnerId = ownerId,
            TeamId = TeamId,
            SourceId = SourceId,
            Counts = counts,
            ExternalKey = ExternalKey,
        };
}
