namespace Intranet.Domain.Feeds;

/// <summary>An image brought in for a text. Who brought it sees it, and whoever may read a space in which a text shows it.</summary>
public sealed class Picture(Guid id, Guid ownerId, string blobKey, int width, int height, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;
    public Guid OwnerId { get; private set; } = ownerId;

    /// <summary>Blob keys by width, as "400=key;800=key".</summary>
    public string BlobKey { get; private set; } = blobKey;
    public int Width { get; private set; } = width;
    public int Height { get; private set; } = height;
    public DateTimeOffset At { get; private set; } = at;
}
