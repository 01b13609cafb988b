namespace Intranet.Tests.Architecture;

/// <summary>The rooms of the house: every folder of the product is a feature, the ground floor, or the doorstep that puts them together.</summary>
internal static class Rooms
{
    public static readonly string[] Features =
    [
        "Access",
        "Activity",
        "People",
        "Spaces",
        "Feeds",
        "Documents",
        "Search",
        "Notifications",
        "Mail",
        "Adoption",
        "Campaigns",
        "Admin",
        "Api",
    ];

    public static readonly string[] GroundFloor = ["Data", "Live", "Shared", "Layout"];

    /// <summary>The namespace of the host and the routes, which know every room because they put the house together.</summary>
    public const string Doorstep = "";

    /// <summary>The room a type of the product stands in: the part of its namespace after the project's.</summary>
    public static string Of(string project, string fullName)
    {
        var type = fullName.Split('`', '/', '<')[0];
        var end = type.LastIndexOf('.');
        var space = end < 0 ? project : type[..end];
        return space.Length > project.Length && space.StartsWith(project + ".", StringComparison.Ordinal)
            ? space[(project.Length + 1)..].Split('.')[0]
            : Doorstep;
    }
}
