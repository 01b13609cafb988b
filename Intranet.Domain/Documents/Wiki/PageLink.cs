namespace Intranet.Domain.Documents.Wiki;

/// <summary>The newest version of a page names another page or document; for finding the way back.</summary>
public sealed class PageLink(Guid fromNodeId, Guid toNodeId, Guid spaceId)
{
    /// <summary>More of one page are links all the same, but lead nowhere back.</summary>
    public const int Most = 200;

    public Guid FromNodeId { get; private set; } = fromNodeId;
    public Guid ToNodeId { get; private set; } = toNodeId;

    /// <summary>The space of the page that holds the link.</summary>
    public Guid SpaceId { get; private set; } = spaceId;
}
