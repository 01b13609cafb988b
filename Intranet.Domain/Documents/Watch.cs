namespace Intranet.Domain.Documents;

/// <summary>A person wants to hear what changes in a document, or in a folder and all that lies in it.</summary>
public sealed class Watch(Guid nodeId, Guid personId, Guid spaceId, DateTimeOffset at)
{
    public Guid NodeId { get; private set; } = nodeId;
    public Guid PersonId { get; private set; } = personId;
    public Guid SpaceId { get; private set; } = spaceId;
    public DateTimeOffset At { get; private set; } = at;
}
