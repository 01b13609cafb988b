using Intranet.App.Shared;

namespace Intranet.App.Search;

/// <summary>What the palette offers: ways to go, and what was found by name.</summary>
internal static class Choices
{
    private static readonly (Choice Choice, Func<Me, bool> For)[] Ways =
    [
        (new("Go", "Home", "", "/", "home"), _ => true),
        (new("Go", "New post", "", "/write", "write"), _ => true),
        (new("Go", "Notifications", "", "/news", "bell"), _ => true),
        (new("Go", "Spaces", "", "/spaces", "spaces"), _ => true),
        (new("Go", "Documents", "", "/documents", "documents"), _ => true),
        (new("Go", "People", "", "/people", "people"), _ => true),
        (new("Go", "Saved posts", "", "/saved", "bookmark"), _ => true),
        (new("Go", "My profile", "", "/me", "me"), _ => true),
        (new("Go", "Adoption", "", "/adoption", "adoption"), me => me.SeesAdoption),
        (new("Go", "Administration", "", "/admin", "admin"), me => me.Admin),
    ];

    public static IReadOnlyList<Choice> For(Me? me, string text, Found found)
    {
        text = text.Trim();
        var ways = Ways.Where(w => me is not null && w.For(me) && w.Choice.Name.Contains(text, StringComparison.OrdinalIgnoreCase))
            .Select(w => w.Choice);
        if (text.Length == 0)
            return [.. ways];
        return
        [
            .. found.People.Select(h => Of("People", h) with { Person = h }),
            .. found.Spaces.Select(h => Of("Spaces", h) with { Where = "" }),
            .. found.Documents.Select(h => Of("Documents", h)),
            .. found.Texts.Select(h => Of("Posts", h)),
            .. ways,
            new Choice("Search", $"Search all texts for “{text}”", "", $"/search?q={Uri.EscapeDataString(text)}", "search"),
        ];
    }

    private static Choice Of(string group, Hit hit) => new(group, hit.Title, hit.Detail, hit.Href, hit.Icon);
}

/// <summary>One line of the palette.</summary>
internal sealed record Choice(string Group, string Name, string Where, string Href, string Icon)
{
    public Hit? Person { get; init; }
}
