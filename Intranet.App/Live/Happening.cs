using Intranet.Domain.Activity;

namespace Intranet.App.Live;

/// <summary>That something happened, by ids only: whoever hears it reads again through their own sight.</summary>
public readonly record struct Happening(
    long ActivityId,
    Verb Verb,
    Guid? SpaceId,
    ThingKind ThingKind,
    Guid? ThingId,
    Guid? PostId,
    Guid? OwnerId,
    Guid? ActorId
);
