using Intranet.Domain.Spaces;

namespace Intranet.App.Spaces;

/// <summary>The parts of a space's page, and which of them a person is shown.</summary>
internal static class SpaceTabs
{
    public const string Feed = "feed";
    public const string Documents = "documents";
    public const string About = "about";
    public const string Members = "members";
    public const string Requests = "requests";
    public const string Settings = "settings";

    public static IEnumerable<string> For(SpaceView space)
    {
        if (!space.Inside)
            yield break;
        yield return Feed;
        yield return Documents;
        yield return About;
        yield return Members;
        if (space.Standing >= Standing.Moderator || space.Waiting > 0)
            yield return Requests;
        if (space.Standing == Standing.Owner)
            yield return Settings;
    }
}
