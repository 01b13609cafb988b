namespace Intranet.Domain.Feeds;

/// <summary>An image put into a post or comment of a space; whoever may read the space may see it.</summary>
public sealed class Picture(Guid id, Guid spaceId, Guid ownerId, string blobKey, int width, int height, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;
    public Guid SpaceId { get; private set; } = spaceId;
    public Guid OwnerId { get; private set; } = ownerId;

    /// <summary>Blob keys by width, as "400=key;800=key".</summary>
    public string BlobKey { get; private set; } = blobKey;
    public int Width { get; private set; } = width;
    public int Height { get; private set; } = height;
    public DateTimeOffset At { get; private set; } = at;
}
