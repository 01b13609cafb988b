using Intranet.Domain.People;

namespace Intranet.Domain.Spaces;

/// <summary>A person's place in a space. Acts are methods on it: without a membership there is nothing to call.</summary>
public sealed class Membership
{
    private Membership() { }

    public Membership(Space space, Person person, SpaceRole role, DateTimeOffset at)
    {
        Space = space;
        SpaceId = space.Id;
        Person = person;
        PersonId = person.Id;
        Role = role;
        JoinedAt = at;
    }

    public Guid SpaceId { get; private set; }
    public Guid PersonId { get; private set; }
    public SpaceRole Role { get; private set; }
    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>When a guest's stay ends; null for members without an end.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>Who besides the inviter stands for this guest in a client room.</summary>
    public Guid? SecondApproverId { get; set; }

    /// <summary>Everything up to here has been on this person's screen.</summary>
    public DateTimeOffset? ReadUpTo { get; private set; }

    public bool Muted { get; set; }

    public Space Space { get; private set; } = null!;
    public Person Person { get; private set; } = null!;

    public bool MayModerate => Role >= SpaceRole.Moderator;
    public bool Owns => Role == SpaceRole.Owner;

    public Standing Standing =>
        Role switch
        {
            SpaceRole.Guest => Standing.Guest,
            SpaceRole.Member => Standing.Member,
            SpaceRole.Moderator => Standing.Moderator,
            SpaceRole.Owner => Standing.Owner,
        };

    public bool Lasts(DateTimeOffset now) => EndsAt is null || EndsAt > now;

    public void Take(SpaceRole role) => Role = role;

    public void StayUntil(DateTimeOffset? end) => EndsAt = end;

    /// <summary>Somebody whose stay had ended comes in anew.</summary>
    internal void Return(SpaceRole role, DateTimeOffset at) => (Role, JoinedAt, EndsAt, SecondApproverId) = (role, at, null, null);

    public void ReadTo(DateTimeOffset at)
    {
        if (ReadUpTo is null || ReadUpTo < at)
            ReadUpTo = at;
    }
}
