namespace Intranet.Domain.People;

/// <summary>The id under which the ledger knows a stand-in that somebody claimed. Ledger rows are never changed; their readers ask here who it was.</summary>
/// <param name="counts">False when a guest claimed it: what guests do counts in no figure.</param>
public sealed class Alias(Guid id, Guid personId, bool counts)
{
    public Guid Id { get; private set; } = id;
    public Guid PersonId { get; private set; } = personId;
    public bool Counts { get; private set; } = counts;
}
