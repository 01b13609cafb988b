namespace Intranet.Domain.Feeds;

/// <summary>One person's vote; voting again moves it.</summary>
public sealed class PollVote(Guid postId, Guid personId, Guid optionId, Guid spaceId, DateTimeOffset at)
{
    public Guid PostId { get; private set; } = postId;
    public Guid PersonId { get; private set; } = personId;
    public Guid OptionId { get; set; } = optionId;
    public Guid SpaceId { get; private set; } = spaceId;
    public DateTimeOffset At { get; set; } = at;
}
