namespace Intranet.Domain.Feeds;

/// <summary>A post of praise names a person.</summary>
public sealed class Praise(Guid postId, Guid personId, Guid spaceId)
{
    public const int MostPeople = 10;

    public Guid PostId { get; private set; } = postId;
    public Guid PersonId { get; private set; } = personId;
    public Guid SpaceId { get; private set; } = spaceId;
}
