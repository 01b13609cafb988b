namespace Intranet.Domain.Documents;

/// <summary>A person marks a document or folder to come back to. Nobody else is told.</summary>
public sealed class Star(Guid nodeId, Guid personId, Guid spaceId, DateTimeOffset at)
{
    public Guid NodeId { get; private set; } = nodeId;
    public Guid PersonId { get; private set; } = personId;
    public Guid SpaceId { get; private set; } = spaceId;
    public DateTimeOffset At { get; private set; } = at;
}
