namespace Intranet.App.Layout;

/// <summary>What the rail shows beyond the fixed rooms: the house's name, my spaces, and what is new for me.</summary>
public sealed record RailContent(string Organisation, IReadOnlyList<RailSpace> Spaces, int UnreadNews)
{
    public static readonly RailContent Empty = new("Intranet", [], 0);
}

/// <summary>One of my spaces in the rail; the icon is open, lock, unlisted, hidden, project or client.</summary>
public sealed record RailSpace(Guid Id, string Name, string Href, bool HasUnread, string Icon = "open");
