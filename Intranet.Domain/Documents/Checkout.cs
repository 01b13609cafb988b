namespace Intranet.Domain.Documents;

/// <summary>Somebody works on a document and asks the others to wait; it ends by itself.</summary>
public sealed class Checkout
{
    /// <summary>How long it holds unless it is taken again.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private Checkout() { }

    internal Checkout(Node node, Guid personId, string? note, DateTimeOffset at, DateTimeOffset until)
    {
        (NodeId, SpaceId) = (node.Id, node.SpaceId);
        Take(personId, note, at, until);
    }

    public Guid NodeId { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid PersonId { get; private set; }
    public string? Note { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset Until { get; private set; }

    public bool Holds(DateTimeOffset now) => Until > now;

    /// <summary>Whether it keeps this person from changing the document.</summary>
    public bool Bars(Guid personId, DateTimeOffset now) => PersonId != personId && Holds(now);

    internal void Take(Guid personId, string? note, DateTimeOffset at, DateTimeOffset until) =>
        (PersonId, Note, At, Until) = (personId, DocumentVersion.Within(note), at, until);

    internal void End(DateTimeOffset at) => Until = at;
}
