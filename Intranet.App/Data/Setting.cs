namespace Intranet.App.Data;

/// <summary>One setting of the organisation, kept in the database because it is changed on screen.</summary>
public sealed class Setting(string name, string value)
{
    public const string Organisation = "organisation";
    public const string TimeZone = "time-zone";
    public const string Demo = "demo";

    public string Name { get; private set; } = name;
    public string Value { get; set; } = value;
}
