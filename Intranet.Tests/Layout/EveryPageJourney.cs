using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Intranet.Tests.Access;
using Intranet.Tests.Documents;
using Intranet.Tests.Documents.Wiki;
using Intranet.Tests.People;
using Intranet.Tests.Servers;
using Intranet.Tests.Spaces;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace Intranet.Tests.Layout;

/// <summary>Walks through every page of the product in the demo company, as those who use it: by day, by night, and on a phone.</summary>
public sealed partial class EveryPageJourney : AccessJourney
{
    /// <summary>Who looks at which page. A name in braces stands for the address of a space on the rail, or of what is first on the home page.</summary>
    private static readonly (string Visitor, string Route, string Address)[] Walks =
    [
        ("Zofia", "/", "/"),
        ("Zofia", "/posts/{Id:guid}", "{a post}"),
        ("Zofia", "/topics/{Name}", "/topics/shift"),
        ("Zofia", "/spaces", "/spaces"),
        ("Zofia", "/spaces/{Id:guid}", "{Olsztyn plant}"),
        ("Zofia", "/spaces/{Id:guid}/{Tab}", "{Olsztyn plant}/members"),
        ("Zofia", "/spaces/{Id:guid}/{Tab}", "{Olsztyn plant}/about"),
        ("Zofia", "/spaces/{Id:guid}/{Tab}", "{Olsztyn plant}/documents"),
        ("Zofia", "/spaces/{SpaceId:guid}/documents/new-page", "{Olsztyn plant}/documents/new-page"),
        ("Zofia", "/documents", "/documents"),
        ("Zofia", "/documents", "/documents?show=starred"),
        ("Zofia", "/search", "/search?q=shift"),
        ("Dorota", "/write", "/write"),
        ("Dorota", "/saved", "/saved"),
        ("Dorota", "/news", "/news"),
        ("Dorota", "/people", "/people"),
        ("Dorota", "/people/chart", "/people/chart"),
        ("Dorota", "/people/{Id:guid}", "{a person}"),
        ("Dorota", "/me", "/me"),
        ("Dorota", "/me/tokens", "/me/tokens"),
        ("Dorota", "/account", "/account"),
        ("Dorota", "/adoption/me", "/adoption/me"),
        ("Dorota", "/adoption/definitions", "/adoption/definitions"),
        ("Dorota", "/not-found", "/not-found"),
        ("Dorota", "/error", "/error"),
        ("Tomasz", "/adoption", "/adoption?weeks=12"),
        ("Viktor", "/adoption", "/adoption"),
        ("Natalia", "/adoption/queries", "/adoption/queries"),
        ("Miriam", "/admin", "/admin"),
        ("Miriam", "/admin/people", "/admin/people"),
        ("Miriam", "/admin/teams", "/admin/teams"),
        ("Miriam", "/admin/spaces", "/admin/spaces"),
        ("Miriam", "/admin/documents", "/admin/documents"),
        ("Lotte", "/spaces/{Id:guid}/{Tab}", "{Project Fjord 320}/requests"),
        ("Lotte", "/spaces/{Id:guid}/{Tab}", "{Project Fjord 320}/settings"),
        ("Ulrike", "/", "/"),
        ("Ulrike", "/spaces/{Id:guid}", "{Marienholm hospital}"),
        ("Ulrike", "/spaces/{Id:guid}/{Tab}", "{Marienholm hospital}/members"),
        ("Ulrike", "/spaces", "/spaces"),
        ("Ulrike", "/people", "/people"),
        ("Ulrike", "/me", "/me"),
    ];

    /// <summary>Pages that need more than an address are examined where they are walked through.</summary>
    private static readonly Dictionary<string, Type> Elsewhere = new()
    {
        ["/sign-in"] = typeof(SignInJourney),
        ["/sign-in/code"] = typeof(SignInJourney),
        ["/set-password/{Secret}"] = typeof(PeopleJourney),
        ["/invitation/{Secret}"] = typeof(ClosedGroupJourney),
        ["/documents/{Id:guid}"] = typeof(PreviewJourney),
        ["/documents/{Id:guid}/{Number:int}"] = typeof(PreviewJourney),
        ["/documents/{Id:guid}/compare/{From:int}/{To:int}"] = typeof(SharingJourney),
        ["/s/{Key}"] = typeof(SharingJourney),
        ["/documents/{Id:guid}/edit"] = typeof(WikiJourney),
        ["/spaces/join/{LinkKey}"] = typeof(ClosedGroupJourney),
        ["/welcome"] = typeof(FirstStartJourney),
        ["/welcome/set-up"] = typeof(FirstStartJourney),
    };

    private readonly ConcurrentQueue<string> _obstacles = new();

    [Fact]
    public void Every_page_has_a_visitor()
    {
        var routes = typeof(App.App)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false))
            .Select(route => ((RouteAttribute)route).Template)
            .Distinct()
            .ToList();

        Assert.Empty(routes.Except(Walks.Select(w => w.Route)).Except(Elsewhere.Keys));
        Assert.Empty(Elsewhere.Keys.Concat(Walks.Select(w => w.Route)).Except(routes));
    }

    [Fact]
    public async Task Everybody_can_use_every_page_and_none_logs_an_error()
    {
        await StartDemo();
        Expect("404 (Not Found)");
        // More tabs than cores would only wait for each other.
        var cores = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(Walks.GroupBy(w => w.Visitor), cores, async (visitor, _) => await Walk(visitor.Key, [.. visitor]));

        Assert.True(_obstacles.IsEmpty, string.Join("\n", _obstacles));
    }

    private async Task Walk(string visitor, (string Visitor, string Route, string Address)[] walks)
    {
        var page = await Enter(visitor);
        await Axe.Attach(page.Context);
        var places = await Places(page);
        foreach (var (_, route, address) in walks)
        {
            var there = Address + Name().Replace(address, name => places[name.Groups[1].Value]);
            await page.GotoAsync(there);
            await page.WaitForFunctionAsync(
                "() => document.querySelector('h1') && !document.querySelector('.skeleton, [data-live=\"not yet\"]')"
            );
            if (page.Url != there)
                _obstacles.Enqueue($"{visitor} asked for {there} and was led to {page.Url}.");
            await Look(page, $"{visitor} at {route}");
        }
    }

    /// <summary>Where the visitor can go from the home page, by name.</summary>
    private static async Task<Dictionary<string, string>> Places(IPage page)
    {
        var places = new Dictionary<string, string>
        {
            ["a post"] = await Href(page.Locator(".where a[href^='/posts/']").First),
            ["a person"] = await Href(page.Locator("a.who").First),
        };
        foreach (var link in await page.Locator(".rail nav[aria-label='My spaces'] a").AllAsync())
            places[await link.GetAttributeAsync("title") ?? ""] = await Href(link);
        return places;
    }

    private static async Task<string> Href(ILocator link) => await link.GetAttributeAsync("href") ?? "";

    /// <summary>All rules once, by day on a wide screen; then what the night can spoil, and what a phone can.</summary>
    private async Task Look(IPage page, string where)
    {
        await Note(page, where);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Note(page, $"{where}, by night", Axe.Colours);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(390, 844);
        // What lies under the bar at this moment is scrolled out from under it, and is no smaller for that.
        await page.AddStyleTagAsync(new() { Content = ".bar { position: static !important }" });
        await Note(page, $"{where}, on a phone", Axe.Widths);
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        if (over > 0)
            _obstacles.Enqueue($"{where} is {over} px wider than a phone.");
        await page.SetViewportSizeAsync(1280, 900);
    }

    private async Task Note(IPage page, string where, params string[] rules)
    {
        foreach (var obstacle in await Axe.Obstacles(page, within: null, rules))
            _obstacles.Enqueue($"{where}: {obstacle}");
    }

    [GeneratedRegex("{(.+)}")]
    private static partial Regex Name();
}
