namespace Intranet.Domain.Spaces;

/// <summary>Somebody was asked in: a person who is here, or an address outside; for a client room with a second approver and an end.</summary>
public sealed class Invitation
{
    private Invitation() { }

    public Invitation(Guid id, Guid spaceId, Guid invitedById, SpaceRole role, DateTimeOffset at)
    {
        Id = id;
        SpaceId = spaceId;
        InvitedById = invitedById;
        Role = role;
        At = at;
    }

    public Guid Id { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid InvitedById { get; private set; }
    public SpaceRole Role { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? PersonId { get; set; }
    public string? Email { get; init; }

    /// <summary>SHA-256 of the secret in the invitation link, lower-case hexadecimal.</summary>
    public string? TokenHash { get; set; }
    public Guid? SecondApproverId { get; init; }
    public DateTimeOffset? SecondApprovedAt { get; set; }

    /// <summary>When the guest's stay in the space will end.</summary>
    public DateTimeOffset? StayEndsAt { get; init; }

    /// <summary>When the invitation itself can no longer be taken up.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }

    public bool Pending(DateTimeOffset now) => AcceptedAt is null && WithdrawnAt is null && ExpiresAt > now;
}
