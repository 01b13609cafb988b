using Intranet.Domain.Access;
using Intranet.Domain.People;

namespace Intranet.Domain.Spaces;

/// <summary>Somebody was asked in, or a guest asked to stay longer: a person who is here, or an address outside; a guest needs a second approver and an end.</summary>
public sealed class Invitation
{
    public const int Days = 14;
    public const int MostMonths = 12;

    private Invitation() { }

    internal Invitation(Guid id, Guid spaceId, Guid invitedById, SpaceRole role, DateTimeOffset at)
    {
        Id = id;
        SpaceId = spaceId;
        InvitedById = invitedById;
        Role = role;
        At = at;
        ExpiresAt = at.AddDays(Days);
    }

    public Guid Id { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid InvitedById { get; private set; }
    public SpaceRole Role { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? PersonId { get; internal set; }
    public string? Email { get; internal init; }

    /// <summary>SHA-256 of what the guest must show, lower-case hexadecimal.</summary>
    public string? TokenHash { get; private set; }
    public Guid? SecondApproverId { get; internal init; }
    public DateTimeOffset? SecondApprovedAt { get; private set; }

    /// <summary>When the guest's stay in the space will end.</summary>
    public DateTimeOffset? StayEndsAt { get; internal init; }

    /// <summary>Asks for a longer stay of somebody who is in the space already.</summary>
    public bool Extends { get; internal init; }

    /// <summary>When the invitation itself can no longer be taken up.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool AwaitsApproval => SecondApproverId is not null && SecondApprovedAt is null;

    public bool Pending(DateTimeOffset now) => AcceptedAt is null && WithdrawnAt is null && ExpiresAt > now;

    public bool MayBeTakenUp(DateTimeOffset now) => !Extends && Pending(now) && !AwaitsApproval;

    /// <summary>Gives the invitation a link; a former one stops working. The second approver is asked again, because the code that goes with a link is made when they confirm.</summary>
    public void LinkTo(string tokenHash)
    {
        TokenHash = tokenHash;
        SecondApprovedAt = null;
    }

    /// <summary>From now on the link needs the second approver's code.</summary>
    public void AddCode(string tokenHash) => TokenHash = tokenHash;

    internal void Confirm(DateTimeOffset at) => SecondApprovedAt = at;

    internal void Withdraw(DateTimeOffset at)
    {
        MustBePending(at);
        WithdrawnAt = at;
    }

    internal void TakeUp(DateTimeOffset at)
    {
        MustBePending(at);
        AcceptedAt = at;
        TokenHash = null;
    }

    /// <summary>Closes what is of no more use: the person came in another way, or went.</summary>
    public void Lapse(DateTimeOffset at) => WithdrawnAt = at;

    /// <summary>The address turned out to be this person's.</summary>
    public void IsFor(Person person)
    {
        if (Email != person.Email || (PersonId is { } named && named != person.Id))
            throw new Refusal("This invitation is for somebody else.");
        PersonId = person.Id;
    }

    internal void MustBePending(DateTimeOffset now)
    {
        if (!Pending(now))
            throw new Refusal("This invitation was taken up, withdrawn, or has run out.");
    }
}
