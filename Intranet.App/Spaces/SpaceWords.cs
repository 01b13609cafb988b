using Intranet.Domain.Spaces;

namespace Intranet.App.Spaces;

/// <summary>Openness, purpose and role in the words of the screens.</summary>
public static class SpaceWords
{
    public static readonly Openness[] Opennesses = Enum.GetValues<Openness>();
    public static readonly SpacePurpose[] Purposes = Enum.GetValues<SpacePurpose>();

    public static string Short(Openness openness) =>
        openness switch
        {
            Openness.Open => "Open",
            Openness.Closed => "Closed, on request",
            Openness.Unlisted => "Unlisted, by link",
            Openness.Secret => "Secret, by invitation",
        };

    /// <summary>Who knows of it, who reads, how one gets in: one sentence.</summary>
    public static string Meaning(Openness openness) =>
        openness switch
        {
            Openness.Open => "Everyone who works here reads it and may join.",
            Openness.Closed => "Everyone who works here sees its name and may ask to join. Only members read it.",
            Openness.Unlisted => "It stands in no list. Whoever has the link may ask to join. Only members read it.",
            Openness.Secret => "Nobody outside knows of it. One gets in by invitation. Only members read it.",
        };

    public static string Icon(Openness openness, SpacePurpose purpose) =>
        purpose == SpacePurpose.ClientRoom
            ? "client"
            : openness switch
            {
                Openness.Open => "open",
                Openness.Closed => "lock",
                Openness.Unlisted => "unlisted",
                Openness.Secret => "hidden",
            };

    public static string Name(SpacePurpose purpose) =>
        purpose switch
        {
            SpacePurpose.Team => "Team",
            SpacePurpose.Project => "Project",
            SpacePurpose.Community => "Community",
            SpacePurpose.ClientRoom => "Client room",
        };

    public static string Plural(SpacePurpose purpose) =>
        purpose switch
        {
            SpacePurpose.Team => "Teams",
            SpacePurpose.Project => "Projects",
            SpacePurpose.Community => "Communities",
            SpacePurpose.ClientRoom => "Client rooms",
        };

    public static string Name(SpaceRole role) =>
        role switch
        {
            SpaceRole.Guest => "Guest",
            SpaceRole.Member => "Member",
            SpaceRole.Moderator => "Moderator",
            SpaceRole.Owner => "Owner",
        };

    public static string People(int count) => count == 1 ? "1 member" : $"{count} members";
}
