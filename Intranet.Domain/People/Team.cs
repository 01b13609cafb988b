using Intranet.Domain.Access;

namespace Intranet.Domain.People;

/// <summary>A part of the organisation; teams form the tree along which figures are added up.</summary>
public sealed class Team
{
    public const int NameLimit = 120;

    private Team() { }

    public Team(Guid id, string name, Guid? parentId = null, Guid? managerId = null)
    {
        Id = id;
        ParentId = parentId;
        ManagerId = managerId;
        Rename(name);
    }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public Guid? ParentId { get; private set; }
    public Guid? ManagerId { get; set; }

    public void Rename(string name)
    {
        name = OneLine.Of(name);
        Name = name.Length is > 0 and <= NameLimit ? name : throw new Refusal($"A team's name has 1 to {NameLimit} characters.");
    }

    public void MoveUnder(Guid? parentId) => ParentId = parentId != Id ? parentId : throw new Refusal("A team cannot stand under itself.");
}
