using System.Globalization;
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

    /// <summary>The last whole day before an end, as a person in that time zone would name it.</summary>
    public static string LastDay(DateTimeOffset end, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(end.AddSeconds(-1), zone).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    private static string Staff(int count) => count == 1 ? "The 1 person who works here" : $"All {count} people who work here";

    /// <summary>What a change of openness means for who reads and who knows, in numbers, before it is made.</summary>
    public static string Consequence(Openness now, Openness wish, Reach reach)
    {
        var members = People(reach.Members);
        return wish switch
        {
            Openness.Open =>
                $"{Staff(reach.Employees)} will be able to read everything written so far, instead of {members}. The members are told.",
            Openness.Closed when now == Openness.Open =>
                $"Only the {members} will read it from now on. Others see its name and may ask to join.",
            Openness.Closed =>
                $"{Staff(reach.Employees)} will see its name and description and may ask to join. What is written stays with the {members}. The members are told.",
            Openness.Unlisted when now == Openness.Secret =>
                $"Whoever gets the link will see its name and description and may ask to join. What is written stays with the {members}. The members are told.",
            Openness.Unlisted => $"It disappears from lists. Only the {members} read it, and whoever has the link may ask to join.",
            Openness.Secret => $"Nobody but the {members} will know of it. Requests that wait are declined.",
        };
    }
}
