namespace Intranet.App.Data;

/// <summary>One setting of the organisation, kept in the database because it is changed on screen.</summary>
public sealed class Setting(string name, string value)
{
    public const string Organisation = "organisation";
    public const string TimeZone = "time-zone";
    public const string Demo = "demo";

    /// <summary>The id of the space every employee starts in.</summary>
    public const string CommonSpace = "common-space";

    /// <summary>How many bytes the documents of one space may take, all versions together.</summary>
    public const string SpaceQuota = "space-quota";

    /// <summary>How many bytes the documents of all spaces may take together.</summary>
    public const string TotalQuota = "total-quota";

    public string Name { get; private set; } = name;
    public string Value { get; set; } = value;
}
