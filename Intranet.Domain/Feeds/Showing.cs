namespace Intranet.Domain.Feeds;

/// <summary>A space in which a text shows a picture.</summary>
public sealed class Showing(Guid pictureId, Guid spaceId)
{
    public Guid PictureId { get; private set; } = pictureId;
    public Guid SpaceId { get; private set; } = spaceId;
}
