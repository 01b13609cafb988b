namespace Intranet.Domain.Adoption;

/// <summary>What became of a question: when it was asked, first answered by somebody else, and settled.</summary>
public sealed class QuestionFate(Guid postId, Guid spaceId, Guid? askerId, Guid? teamId, DateTimeOffset askedAt)
{
    public Guid PostId { get; private set; } = postId;
    public Guid SpaceId { get; private set; } = spaceId;
    public Guid? AskerId { get; private set; } = askerId;
    public Guid? TeamId { get; private set; } = teamId;
    public DateTimeOffset AskedAt { get; private set; } = askedAt;
    public DateTimeOffset? FirstAnswerAt { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    public void Answered(DateTimeOffset at) => FirstAnswerAt ??= at;

    public void Settled(DateTimeOffset at) => SettledAt ??= at;
}
