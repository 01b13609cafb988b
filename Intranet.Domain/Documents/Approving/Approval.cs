using Intranet.Domain.Access;

namespace Intranet.Domain.Documents.Approving;

/// <summary>Named people are asked to approve one version of a document. All of them must agree.</summary>
public sealed class Approval
{
    public const int MostAsked = 20;

    private readonly List<ApprovalVoice> _voices = [];

    private Approval() { }

    internal Approval(Guid id, Node node, IEnumerable<Guid> asked, Guid askedById, string? note, string clientKey, DateTimeOffset at)
    {
        (Id, SpaceId, NodeId, Number) = (id, node.SpaceId, node.Id, node.Number);
        (AskedById, AskedAt, ClientKey, Note) = (askedById, at, clientKey, DocumentVersion.Within(note));
        _voices.AddRange(asked.Select(person => new ApprovalVoice(id, person, node.SpaceId)));
    }

    public Guid Id { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid NodeId { get; private set; }

    /// <summary>The version that is looked at; one that comes later needs its own approval.</summary>
    public int Number { get; private set; }
    public Guid AskedById { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public string? Note { get; private set; }

    /// <summary>Unique per asker, so that a retry asks nobody twice.</summary>
    public string ClientKey { get; private set; } = "";
    public ApprovalState State { get; private set; }

    /// <summary>When it was approved, declined or withdrawn.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    public IReadOnlyList<ApprovalVoice> Voices => _voices;

    public bool Waits => State == ApprovalState.Waiting;

    public ApprovalVoice? Of(Guid personId) => _voices.Find(v => v.PersonId == personId);

    internal void Hear(ApprovalVoice voice, bool agrees, string? word, DateTimeOffset at)
    {
        voice.Say(agrees, word, at);
        if (!agrees)
            End(ApprovalState.Declined, at);
        else if (_voices.TrueForAll(v => v.Agrees == true))
            End(ApprovalState.Approved, at);
    }

    internal void End(ApprovalState state, DateTimeOffset at) => (State, EndedAt) = (state, at);
}

/// <summary>How far an approval has come.</summary>
public enum ApprovalState
{
    Waiting = 0,
    Approved = 1,
    Declined = 2,
    Withdrawn = 3,
}
