namespace Intranet.Domain.Documents.Wiki;

/// <summary>Somebody has a page open to write in it. Whoever gives no sign of life for a while has gone.</summary>
public sealed class PageEditing(Guid nodeId, Guid personId, Guid spaceId)
{
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    /// <summary>Two signs of life may be lost.</summary>
    private static readonly TimeSpan Patience = 2.5 * Beat;

    public Guid NodeId { get; private set; } = nodeId;
    public Guid PersonId { get; private set; } = personId;
    public Guid SpaceId { get; private set; } = spaceId;
    public DateTimeOffset Until { get; private set; }

    internal void Last(DateTimeOffset at) => Until = at + Patience;
}
