namespace Intranet.Domain.Feeds;

/// <summary>A post carries a topic, in its canonical lower-case spelling.</summary>
public sealed class PostTopic(Guid postId, Guid spaceId, string topic)
{
    public const int Limit = 60;

    public Guid PostId { get; private set; } = postId;
    public Guid SpaceId { get; private set; } = spaceId;
    public string Topic { get; private set; } = topic;
}
