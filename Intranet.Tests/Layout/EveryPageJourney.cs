using Intranet.Tests.Servers;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Intranet.Tests.Layout;

/// <summary>Walks through every page of the product in the demo company, wide and by day, narrow and by night.</summary>
public sealed class EveryPageJourney : Journey
{
    /// <summary>Who looks at which page. SPACE, POST and PERSON stand for some that the visitor finds on the home page.</summary>
    private static readonly (string Visitor, string Route, string Address)[] Walks =
    [
        ("Zofia", "/", "/"),
        ("Zofia", "/write", "/write"),
        ("Zofia", "/saved", "/saved"),
        ("Zofia", "/posts/{Id:guid}", "POST"),
        ("Zofia", "/topics/{Name}", "/topics/shift"),
        ("Zofia", "/news", "/news"),
        ("Zofia", "/people/chart", "/people/chart"),
        ("Zofia", "/people", "/people"),
        ("Zofia", "/me", "/me"),
        ("Zofia", "/me/tokens", "/me/tokens"),
        ("Zofia", "/people/{Id:guid}", "PERSON"),
        ("Zofia", "/search", "/search?q=shift"),
        ("Zofia", "/adoption/me", "/adoption/me"),
        ("Zofia", "/adoption/definitions", "/adoption/definitions"),
        ("Zofia", "/spaces", "/spaces"),
        ("Zofia", "/spaces/{Id:guid}", "SPACE"),
        ("Zofia", "/spaces/{Id:guid}/{Tab}", "SPACE/members"),
        ("Zofia", "/spaces/{Id:guid}/{Tab}", "SPACE/about"),
        ("Viktor", "/adoption", "/adoption"),
        ("Tomasz", "/adoption", "/adoption?weeks=12"),
        ("Miriam", "/admin/people", "/admin/people"),
        ("Miriam", "/admin/teams", "/admin/teams"),
        ("Miriam", "/admin/spaces", "/admin/spaces"),
        ("Miriam", "/spaces/{Id:guid}/{Tab}", "SPACE/settings"),
        ("Ulrike", "/", "/"),
        ("Ulrike", "/spaces", "/spaces"),
        ("Ulrike", "/me", "/me"),
    ];

    /// <summary>Pages that need more than an address are examined where they are walked through.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["/account"] = "SignInJourney",
        ["/sign-in"] = "SignInJourney",
        ["/sign-in/code"] = "SignInJourney",
        ["/set-password/{Secret}"] = "PeopleJourney",
        ["/invitation/{Secret}"] = "ClosedGroupJourney",
        ["/spaces/join/{LinkKey}"] = "ClosedGroupJourney: it leads on to the space",
        ["/welcome"] = "FirstStartJourney",
        ["/welcome/set-up"] = "FirstStartJourney",
        ["/error"] = "shown in the place of another page",
        ["/not-found"] = "shown in the place of another page",
    };

    private AppProcess? _app;
    private string _address = "";

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
        Assert.Empty(Elsewhere.Keys.Except(routes));
    }

    [Fact]
    public async Task Everybody_can_use_every_page_and_none_logs_an_error()
    {
        var data = TestFolder.Create("data");
        var (exit, output) = await AppProcess.Run("demo", "--data", data);
        Assert.True(exit == 0, output);
        _app = await AppProcess.Start(data);
        _address = _app.Address;
        var obstacles = new List<string>();
        foreach (var visitor in Walks.GroupBy(w => w.Visitor))
        {
            var page = await Enter(visitor.Key);
            var (space, post, person) = (
                await Href(page, ".rail nav a[href^='/spaces/']"),
                await Href(page, ".where a[href^='/posts/']"),
                await Href(page, "a.who")
            );
            foreach (var (_, _, address) in visitor)
            {
                await Visit(page, _address + address.Replace("SPACE", space).Replace("POST", post).Replace("PERSON", person));
                try
                {
                    await Look(page);
                }
                catch (FailException obstacle)
                {
                    obstacles.Add($"{visitor.Key}: {obstacle.Message}");
                }
            }
        }
        Assert.True(obstacles.Count == 0, string.Join("\n\n", obstacles));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<IPage> Enter(string visitor)
    {
        var page = await Open($"{_address}/sign-in");
        await page.Locator(".cast button", new() { HasText = visitor }).ClickAsync();
        await page.WaitForURLAsync($"{_address}/");
        await page.Locator("[data-live=yes]").WaitForAsync();
        await page.Locator("article").First.WaitForAsync();
        return page;
    }

    private static async Task<string> Href(IPage page, string link) => await page.Locator(link).First.GetAttributeAsync("href") ?? "";

    private static async Task Look(IPage page)
    {
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await NoViolations(page);
        await page.SetViewportSizeAsync(390, 844);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        // What lies under the bar at this moment is scrolled out from under it, and is no smaller for that.
        await page.EvaluateAsync("() => document.querySelector('.bar').style.position = 'static'");
        await NoViolations(page);
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        if (over > 0)
            Assert.Fail($"{page.Url} is {over} px wider than a phone.");
        await page.EvaluateAsync("() => document.querySelector('.bar').style.position = ''");
        await page.SetViewportSizeAsync(1280, 900);
    }
}
