namespace Intranet.Domain.Feeds;

/// <summary>One answer a poll offers.</summary>
public sealed class PollOption(Guid id, Guid postId, Guid spaceId, int order, string text)
{
    public const int TextLimit = 120;
    public const int MostOptions = 10;

    public Guid Id { get; private set; } = id;
    public Guid PostId { get; private set; } = postId;
    public Guid SpaceId { get; private set; } = spaceId;
    public int Order { get; private set; } = order;
    public string Text { get; private set; } = text;
}
