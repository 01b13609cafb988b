namespace Intranet.Domain.Spaces;

/// <summary>Somebody asked to join; who decided, when and why stays on the row.</summary>
public sealed class AccessRequest
{
    public const int MessageLimit = 500;

    private AccessRequest() { }

    public AccessRequest(Guid id, Guid spaceId, Guid personId, string? message, DateTimeOffset at)
    {
        Id = id;
        SpaceId = spaceId;
        PersonId = personId;
        Message = message;
        At = at;
    }

    public Guid Id { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid PersonId { get; private set; }
    public string? Message { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedById { get; private set; }
    public bool? Admitted { get; private set; }
    public string? Reason { get; private set; }

    public bool Open => DecidedAt is null;

    public void Decide(bool admitted, Guid by, string? reason, DateTimeOffset at)
    {
        Admitted = admitted;
        DecidedById = by;
        Reason = reason;
        DecidedAt = at;
    }
}
