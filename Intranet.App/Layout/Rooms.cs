using Intranet.App.Shared;
using Microsoft.AspNetCore.Components;

namespace Intranet.App.Layout;

/// <summary>A place the rail leads to; with Opens, a script may show it as a panel instead of a page.</summary>
public sealed record Room(string Name, string Href, string Icon, string? Opens = null);

/// <summary>The rooms of the house in the order of the rail, and which of them a person is offered.</summary>
public static class Rooms
{
    public static readonly Room News = new("Notifications", "/news", "bell", "news");
    private static readonly Room Documents = new("Documents", "/documents", "documents");
    private static readonly Room People = new("People", "/people", "people");
    private static readonly Room Adoption = new("Adoption", "/adoption", "adoption");
    private static readonly Room Queries = new("Query log", "/adoption/queries", "seen");
    private static readonly Room Admin = new("Admin", "/admin", "admin");
    private static readonly Room[] Everyone = [new("Home", "/", "home"), News, new("Spaces", "/spaces", "spaces"), Documents, People];

    public static IReadOnlyList<Room> For(Me? me)
    {
        if (me is null)
            return [];
        var rooms = Everyone.ToList();
        if (me.SeesAdoption)
            rooms.Add(Adoption);
        if (me.WorksCouncil)
            rooms.Add(Queries);
        if (me.Admin)
            rooms.Add(Admin);
        return rooms;
    }

    /// <summary>The rooms for which the bar of a phone has no place.</summary>
    public static IEnumerable<Room> OffTheBar(Me? me) => For(me).SkipWhile(room => room != Documents);

    /// <summary>The address among these that the open page lies in: the longest that matches, so a space wins over the list of spaces.</summary>
    public static string? Current(NavigationManager navigation, IEnumerable<string> hrefs)
    {
        var path = "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];
        return hrefs
            .Where(href => href == path || (href != "/" && path.StartsWith(href + "/", StringComparison.Ordinal)))
            .MaxBy(href => href.Length);
    }
}
