using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Intranet.Tests.Access;
using Intranet.Tests.Servers;
using Microsoft.Playwright;

namespace Intranet.Tests.Layout;

/// <summary>On a phone nothing of the house is out of reach.</summary>
public sealed class PhoneJourney : AccessJourney
{
    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        HasTouch = true,
        IsMobile = true,
    };

    [Fact]
    public async Task Somebody_is_searched_for_from_the_head_and_their_posts_are_read_and_the_rooms_stand_under_me()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        await Start();
        await AddPerson("jonas@nordwind.example", "Jonas Lindqvist");
        await Furnish();
        var page = await SignedIn(options: Phone);
        await Visit(page, Address);
        await Examine(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Search" }).TapAsync();
        await page.GetByRole(AriaRole.Combobox).FillAsync("jonas");
        await page.GetByRole(AriaRole.Option, new() { Name = "Jonas Lindqvist" }).TapAsync();

        await Arrive(page, "**/people/*");
        await Assertions.Expect(page.GetByText("In the open: note 24")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Behind the door")).ToHaveCountAsync(0);
        await Examine(page);
        // Whoever comes near the end finds the older ones there; nobody need ask for them.
        await page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");
        await Assertions.Expect(page.GetByText("In the open: note 0")).ToBeVisibleAsync();

        await Visit(page, $"{Address}/me");
        await Examine(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Admin" }).TapAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Accounts" })).ToBeVisibleAsync();
        await Visit(page, $"{Address}/me");
        await page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).TapAsync();
        await Arrive(page, "**/people");
    }

    [Fact]
    public async Task Before_the_page_is_live_the_search_leads_to_its_page()
    {
        await Start();
        var page = await SignedIn(options: new(Phone) { JavaScriptEnabled = false });

        await page.GetByRole(AriaRole.Link, new() { Name = "Search" }).ClickAsync();

        await Arrive(page, "**/search");
    }

    private static async Task Examine(IPage page)
    {
        await NoViolations(page);
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"{page.Url} is wider than the phone."
        );
    }

    /// <summary>Jonas has written much where everybody reads, and once where the founder may not look.</summary>
    private async Task Furnish()
    {
        var now = TimeProvider.System.GetUtcNow();
        var open = new Space(Guid.CreateVersion7(), "Turbine hall", SpacePurpose.Project, Openness.Open, now);
        var secret = new Space(Guid.CreateVersion7(), "Merger", SpacePurpose.Project, Openness.Secret, now);
        var jonas = await Beside.Write(async work =>
        {
            var person = await Beside.Person(work, "jonas@nordwind.example");
            work.Db.Spaces.AddRange(open, secret);
            work.Db.Memberships.Add(new Membership(open, person, SpaceRole.Owner, work.Now));
            work.Db.Memberships.Add(new Membership(secret, person, SpaceRole.Owner, work.Now));
            return new Viewer(person.Id);
        });
        var posts = Beside.Get<Posts>();
        for (var i = 0; i < 25; i++)
            await posts.Publish(jonas, open.Id, PostKind.Update, null, $"In the open: note {i}", $"open-{i}");
        await posts.Publish(jonas, secret.Id, PostKind.Update, null, "Behind the door", "secret");
    }
}
