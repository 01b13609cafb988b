using Intranet.Domain.Spaces;

namespace Intranet.App.Spaces;

/// <summary>A space as one person may know it: from the inside, or only its door.</summary>
/// <param name="Members">Null for who does not see the inside.</param>
/// <param name="Waiting">What waits for this person's answer: requests, and guests to stand for.</param>
/// <param name="LinkKey">The link of an unlisted space, for its members.</param>
/// <param name="Ownerless">Its owners have all gone, and it is in use.</param>
/// <param name="Request">This person's own request, open or declined.</param>
public sealed record SpaceView(
    Guid Id,
    string Name,
    string? Description,
    SpacePurpose Purpose,
    Openness Openness,
    bool Archived,
    Standing Standing,
    bool Inside,
    int? Members,
    int Waiting,
    string? LinkKey,
    AccessRequest? Request,
    InvitedBy? Invitation,
    bool Muted = false,
    bool Ownerless = false
)
{
    public bool Belongs => Steps.Inside(Standing);

    /// <summary>Whoever sees an unlisted space at all came by its link, or by a request or invitation that stands for it.</summary>
    private Approach Approach => Approaches.Of(Openness, hasLink: true);

    /// <summary>The same table that the act will be measured by.</summary>
    public bool May(Step step) => Steps.Allowed(Standing, Approach, step, Archived);
}

/// <summary>An invitation that waits for the person who was asked in.</summary>
public sealed record InvitedBy(Guid Id, Guid SpaceId, string Space, string Host, DateTimeOffset At, DateTimeOffset? StayEndsAt);
