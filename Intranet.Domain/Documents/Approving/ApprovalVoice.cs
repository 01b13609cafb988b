namespace Intranet.Domain.Documents.Approving;

/// <summary>What one of the people who were asked says to a version.</summary>
public sealed class ApprovalVoice
{
    private ApprovalVoice() { }

    internal ApprovalVoice(Guid approvalId, Guid personId, Guid spaceId) =>
        (ApprovalId, PersonId, SpaceId) = (approvalId, personId, spaceId);

    public Guid ApprovalId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid SpaceId { get; private set; }

    /// <summary>Null until they have answered.</summary>
    public bool? Agrees { get; private set; }
    public string? Word { get; private set; }
    public DateTimeOffset? At { get; private set; }

    internal void Say(bool agrees, string? word, DateTimeOffset at) => (Agrees, Word, At) = (agrees, DocumentVersion.Within(word), at);
}
