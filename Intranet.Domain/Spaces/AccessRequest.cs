using Intranet.Domain.Access;

namespace Intranet.Domain.Spaces;

/// <summary>Somebody asked to join; who decided, when and why stays on the row. One row per person and space: asking again reopens it.</summary>
public sealed class AccessRequest
{
    public const int MessageLimit = 500;

    private AccessRequest() { }

    public AccessRequest(Guid id, Guid spaceId, Guid personId, string? message, DateTimeOffset at)
    {
        Id = id;
        SpaceId = spaceId;
        PersonId = personId;
        Ask(message, at);
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
    public bool Withdrawn => Admitted == false && DecidedById == PersonId;
    public bool Declined => Admitted == false && DecidedById != PersonId;

    internal void Ask(string? message, DateTimeOffset at)
    {
        (Message, At) = (Within(message), at);
        (DecidedAt, DecidedById, Admitted, Reason) = (null, null, null, null);
    }

    public void Decide(bool admitted, Guid by, string? reason, DateTimeOffset at)
    {
        if (!Open)
            throw new Refusal("This request was answered or withdrawn in the meantime.");
        (Admitted, DecidedById, Reason, DecidedAt) = (admitted, by, Within(reason), at);
    }

    private static string? Within(string? text)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return text is null || text.Length <= MessageLimit ? text : throw new Refusal($"A message has at most {MessageLimit} characters.");
    }
}
