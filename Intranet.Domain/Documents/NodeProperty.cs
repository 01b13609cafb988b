using Intranet.Domain.Access;

namespace Intranet.Domain.Documents;

/// <summary>Something a program keeps with a document or folder for itself; it means nothing here.</summary>
public sealed class NodeProperty
{
    public const int NameLimit = 200;
    public const int ValueLimit = 8000;
    public const int Most = 64;

    private NodeProperty() { }

    public NodeProperty(Guid nodeId, Guid spaceId, string space, string name, string value)
    {
        if (space.Length > NameLimit || name.Length > NameLimit)
            throw new Refusal($"The name of a property has at most {NameLimit} characters.");
        (NodeId, SpaceId, Namespace, Name) = (nodeId, spaceId, space, name);
        Become(value);
    }

    public Guid NodeId { get; private set; }
    public Guid SpaceId { get; private set; }
    public string Namespace { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>The whole element, as XML.</summary>
    public string Value { get; private set; } = "";

    public void Become(string value) =>
        Value = value.Length <= ValueLimit ? value : throw new Refusal($"A property has at most {ValueLimit} characters.");

    public NodeProperty Of(Node copy) => new(copy.Id, copy.SpaceId, Namespace, Name, Value);
}
