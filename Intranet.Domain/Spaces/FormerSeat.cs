using Intranet.Domain.People;

namespace Intranet.Domain.Spaces;

/// <summary>A membership that is over; figures of the past count it as they did, for the reason given at <see cref="Placement"/>.</summary>
public sealed class FormerSeat
{
    private FormerSeat() { }

    public FormerSeat(Membership seat, DateTimeOffset left) =>
        (Id, SpaceId, PersonId, JoinedAt, LeftAt) = (Guid.CreateVersion7(left), seat.SpaceId, seat.PersonId, seat.JoinedAt, left);

    public Guid Id { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid PersonId { get; private set; }
    public DateTimeOffset JoinedAt { get; private set; }
    public DateTimeOffset LeftAt { get; private set; }
}
