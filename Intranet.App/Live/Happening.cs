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
)
{
    /// <summary>Whether a space, or who belongs to it and as what, is another than before: what a person may see and do there may be another too.</summary>
    public bool Governs => Verb is >= Verb.SpaceCreated and <= Verb.OwnerAppointed;
}
