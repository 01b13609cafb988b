namespace Intranet.Domain.Documents.Order;

/// <summary>A document or folder carries a tag, spelled as it was first in its space.</summary>
public sealed class NodeTag
{
    private NodeTag() { }

    internal NodeTag(Node node, Tag tag) => (NodeId, SpaceId, Key, Name) = (node.Id, node.SpaceId, tag.Key, tag.Name);

    public Guid NodeId { get; private set; }
    public Guid SpaceId { get; private set; }

    /// <summary>The tag as it is compared.</summary>
    public string Key { get; private set; } = "";
    public string Name { get; private set; } = "";
}
