using Intranet.Domain.Access;

namespace Intranet.Domain.Spaces;

/// <summary>A room where people post, answer and keep documents; it decides who sees what is in it.</summary>
public sealed class Space
{
    public const int NameLimit = 80;
    public const int DescriptionLimit = 1000;

    private Space() { }

    public Space(Guid id, string name, SpacePurpose purpose, Openness openness, DateTimeOffset at)
    {
        Id = id;
        Purpose = purpose;
        CreatedAt = at;
        LinkKey = Guid.NewGuid().ToString("N");
        Rename(name);
        ChangeOpenness(openness);
    }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public string? Description { get; private set; }
    public SpacePurpose Purpose { get; private set; }
    public Openness Openness { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>The unguessable part of an unlisted space's link.</summary>
    public string LinkKey { get; private set; } = "";

    /// <summary>The imported source this space came with; null for spaces made here.</summary>
    public string? Source { get; init; }

    /// <summary>Counts changes among the owners: two owners who go at the same moment collide here, so that one of them stays.</summary>
    public int OwnerTurns { get; private set; }

    public bool Archived => ArchivedAt is not null;

    public void Rename(string name)
    {
        name = OneLine.Of(name);
        Name = name.Length is > 0 and <= NameLimit ? name : throw new Refusal($"A space's name has 1 to {NameLimit} characters.");
    }

    public void Describe(string? text)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        Description =
            text is null || text.Length <= DescriptionLimit
                ? text
                : throw new Refusal($"A description has at most {DescriptionLimit} characters.");
    }

    public void ChangeOpenness(Openness openness) =>
        Openness =
            Purpose != SpacePurpose.ClientRoom || openness is Openness.Secret or Openness.Unlisted
                ? openness
                : throw new Refusal("A client room is secret or unlisted: guests must not show up in lists.");

    public void Archive(DateTimeOffset at) => ArchivedAt ??= at;

    /// <summary>Gives an unlisted space a new link; the old one leads nowhere.</summary>
    public void RenewLink() => LinkKey = Guid.NewGuid().ToString("N");

    internal void OwnersChange() => OwnerTurns++;

    public void Reopen() => ArchivedAt = null;
}
