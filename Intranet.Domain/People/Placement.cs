namespace Intranet.Domain.People;

/// <summary>A stretch of time, now over, in which a person counted as an employee, and in which team.</summary>
/// <remarks>Figures of the past are counted by it. Counted by where people stand today, a move would change them, and only where the one who moved had been silent.</remarks>
public sealed class Placement
{
    private Placement() { }

    public Placement(Guid personId, Guid? teamId, DateTimeOffset? from, DateTimeOffset until) =>
        (Id, PersonId, TeamId, From, Until) = (Guid.CreateVersion7(until), personId, teamId, from, until);

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>The team may be gone by now; its people then count for the organisation.</summary>
    public Guid? TeamId { get; private set; }

    /// <summary>Null for "as long as the person's source goes back".</summary>
    public DateTimeOffset? From { get; private set; }
    public DateTimeOffset Until { get; private set; }
}
