using System.Globalization;
using System.Text.RegularExpressions;
using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Intranet.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Intranet.Tests.Adoption;

/// <summary>Managers of the demo company read how their teams take part.</summary>
public sealed class DashboardJourney : AccessJourney
{
    [Fact]
    public async Task A_manager_reads_about_their_own_teams_and_learns_nothing_of_others()
    {
        await Begin();
        var margit = await Enter("Margit");
        await Visit(margit, $"{Address}/adoption");
        await Expect(Rows(margit)).ToContainTextAsync(["Field service"]);
        await Expect(Tile(margit, "People").Locator(".figure")).ToHaveTextAsync(new Regex(@"^\s*1\d\d\s*$"));
        await Expect(Tile(margit, "Active").Locator(".figure")).ToHaveTextAsync(new Regex(@"\d+ of 1\d\d people"));
        await Expect(margit.Locator(".chart h2").First).ToHaveTextAsync(new Regex(@"(rose|fell) from \d+ to \d+ a week|are active"));
        await Expect(margit.GetByText("What to look at:")).ToBeVisibleAsync();
        await Expect(margit.GetByRole(AriaRole.Heading, new() { NameRegex = new("^[0-9]+ % of what people do here is done") }))
            .ToBeVisibleAsync();
        await Expect(margit.GetByRole(AriaRole.Heading, new() { NameRegex = new("asleep$|alive$") })).ToBeVisibleAsync();
        await Expect(Tile(margit, "Questions answered").Locator(".figure")).ToHaveTextAsync(new Regex(@"^\s*\d+ % of \d+ questions"));

        // The smallest team is named, and no number stands beside it, in the list or anywhere else.
        await Expect(Rows(margit).Filter(new() { HasTextRegex = new("^People") })).ToHaveCountAsync(0);
        await margit.GetByText(new Regex("(team is|teams are) hidden")).ClickAsync();
        await Expect(margit.Locator("details li").Filter(new() { HasTextRegex = new("^People") }))
            .ToHaveTextAsync("People: fewer than 10 people");
        await Expect(margit.Locator(".multiples h3").Filter(new() { HasTextRegex = new("^People") })).ToHaveCountAsync(0);
        await Examine(margit, "dashboard");

        var sales = await margit.Locator("option", new() { HasText = "Sales" }).GetAttributeAsync("value");
        await OpenByKeyboard(margit, "Olsztyn plant");
        await Expect(margit.Locator(".page-head")).ToContainTextAsync("Olsztyn plant");
        await Expect(Rows(margit)).ToContainTextAsync(["Quality"]);

        var tomasz = await Enter("Tomasz");
        await Visit(tomasz, $"{Address}/adoption");
        await Expect(tomasz.Locator(".page-head")).ToContainTextAsync("Olsztyn plant");
        await Expect(Rows(tomasz)).ToHaveCountAsync(1);
        await Expect(Rows(tomasz).Locator("th")).ToHaveTextAsync(["Quality"]);
        Assert.All(await tomasz.Locator(".multiples h3 span:first-child").AllInnerTextsAsync(), name => Assert.Equal("Quality", name));
        await Expect(tomasz.GetByLabel("Team", new() { Exact = true })).ToHaveCountAsync(0);
        Assert.Equal(await Asked(tomasz, $"{Guid.NewGuid()}"), await Asked(tomasz, sales!));
        Assert.DoesNotMatch(@"\d", await Asked(tomasz, sales!));

        Expect("404");
        var zofia = await Enter("Zofia");
        await Expect(zofia.Locator(".rail").GetByRole(AriaRole.Link, new() { Name = "Adoption" })).ToHaveCountAsync(0);
        Assert.Equal(404, (await zofia.GotoAsync($"{Address}/adoption"))!.Status);
        await Expect(zofia.GetByText("There is nothing here for you")).ToBeVisibleAsync();
        Assert.Equal(404, (await zofia.GotoAsync($"{Address}/adoption?team={sales}"))!.Status);
    }

    [Fact]
    public async Task The_numbers_on_an_open_page_follow_what_others_do_on_theirs()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        await Begin();
        var (plant, paint) = (await Space("Olsztyn plant"), await SleepingSpace("Paint store"));
        var tomasz = await Enter("Tomasz");
        await Visit(tomasz, $"{Address}/adoption");
        await tomasz.EvaluateAsync("() => window.neverReloaded = true");
        var questions = Tile(tomasz, "Questions answered").Locator("small");
        var asked = int.Parse(Regex.Match(await questions.InnerTextAsync(), @"\d+").Value, CultureInfo.InvariantCulture);
        var asleep = tomasz.Locator(".bars li").Filter(new() { HasText = "Paint store" });
        await Expect(asleep).ToContainTextAsync("no data");

        var zofia = await Enter("Zofia");
        await Visit(zofia, $"{Address}/spaces/{plant}");
        await zofia.GetByText("What should others know?").ClickAsync();
        await zofia.GetByLabel("Kind of post").SelectOptionAsync("Question");
        await zofia.Locator("#composer textarea").FillAsync("Who has the key to the paint store?");
        await zofia.Locator("#composer").GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(zofia.Locator("article").Filter(new() { HasText = "Who has the key to the paint store?" })).ToBeVisibleAsync();
        await Expect(questions).ToHaveTextAsync($"of {asked + 1} questions");

        await Visit(zofia, $"{Address}/spaces/{paint}");
        await zofia.Locator("article [data-react]").First.ClickAsync();
        await zofia.GetByRole(AriaRole.Menuitem, new() { Name = "Thanks" }).ClickAsync();
        await Expect(asleep).ToContainTextAsync("0 days");
        Assert.True(await tomasz.EvaluateAsync<bool>("() => window.neverReloaded === true"));
    }

    /// <summary>However early in the week it is, some have contributed: a number as small as two is not told.</summary>
    private async Task Begin()
    {
        await StartDemo();
        var everyone = await Space("Everyone at Aerholt");
        var people = await Beside.Write(work =>
            work.Db.Seats.Where(m => m.SpaceId == everyone).OrderBy(m => m.PersonId).Select(m => m.PersonId).Take(5).ToListAsync()
        );
        foreach (var person in people)
            await Beside.Get<Posts>().Publish(new Viewer(person), everyone, PostKind.Update, null, "Good morning", $"{person}");
    }

    private Task<Guid> Space(string name) =>
        Beside.Write(work => work.Db.Spaces.IgnoreQueryFilters([Sight.Name]).Where(s => s.Name == name).Select(s => s.Id).SingleAsync());

    /// <summary>An open space in which something was said that came from elsewhere, and nothing since.</summary>
    private Task<Guid> SleepingSpace(string name) =>
        Beside.Write(async work =>
        {
            var space = new Space(Guid.CreateVersion7(work.Now), name, SpacePurpose.Community, Openness.Open, work.Now);
            var zofia = await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Name == "Zofia Krupa");
            var body = new Body("Shelf 4 is full.", "<p>Shelf 4 is full.</p>", "Shelf 4 is full.", Markdown.RendererVersion);
            work.Db.Memberships.Add(new Membership(space, zofia, SpaceRole.Owner, work.Now));
            work.Db.Posts.Add(Post.TakenOver(Guid.CreateVersion7(work.Now), space.Id, zofia.Id, PostKind.Update, null, body, work.Now));
            return space.Id;
        });

    private static ILocator Rows(IPage page) => page.Locator(".table.stacked tbody tr");

    private static ILocator Tile(IPage page, string name) =>
        page.Locator(".stat").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }) });

    private static async Task OpenByKeyboard(IPage page, string team)
    {
        var link = Rows(page).GetByRole(AriaRole.Link, new() { Name = team });
        await page.Locator("h1").FocusAsync();
        for (var i = 0; i < 60 && !await link.EvaluateAsync<bool>("a => a === document.activeElement"); i++)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Arrive(page, "**/adoption?team=*");
    }

    /// <summary>What the page says when it is asked for a team.</summary>
    private async Task<string> Asked(IPage page, string team)
    {
        await Visit(page, $"{Address}/adoption?team={team}");
        await Expect(page.GetByText("There is no such team among yours.")).ToBeVisibleAsync();
        return await page.Locator("main").InnerTextAsync();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
