using Intranet.Domain.Access;

namespace Intranet.Domain.Documents;

/// <summary>By this a program shows that it is the one that locked something. On a document it holds as long as its person's check-out does; a folder's stands alone.</summary>
public sealed class LockToken
{
    public const int OwnerLimit = 2000;

    /// <summary>Locks of one thing by the programs of one person.</summary>
    public const int Most = 10;

    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    private LockToken() { }

    public LockToken(Guid id, Node node, Guid personId, bool shared, bool deep, string? owner)
    {
        (Id, NodeId, SpaceId, PersonId, Shared) = (id, node.Id, node.SpaceId, personId, shared);
        Deep = deep && node.IsFolder;
        Owner = owner is null or { Length: <= OwnerLimit } ? owner : throw new Refusal("What says who locks this is too long.");
    }

    public Guid Id { get; private set; }
    public Guid NodeId { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>Whether other programs of the same person may lock it too.</summary>
    public bool Shared { get; private set; }

    /// <summary>Whether a folder's lock holds for all that lies in it.</summary>
    public bool Deep { get; private set; }

    /// <summary>What the program says of who locks it, as XML.</summary>
    public string? Owner { get; private set; }
    public DateTimeOffset Until { get; private set; }

    public bool Holds(DateTimeOffset now) => Until > now;

    /// <summary>A program that died is waited for as long as it asked, and never longer than for a person.</summary>
    public static TimeSpan Within(TimeSpan wanted) =>
        wanted < Shortest ? Shortest
        : wanted > Checkout.Lasts ? Checkout.Lasts
        : wanted;

    public void Last(DateTimeOffset until) => Until = until;
}
