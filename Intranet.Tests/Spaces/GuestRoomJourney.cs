using System.Net;
using Intranet.App.Data;
using Intranet.Tests.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Intranet.Tests.Spaces;

/// <summary>A client comes into a room of their own, works there, and is gone on the day that was set.</summary>
public sealed class GuestRoomJourney : SpaceJourney
{
    private const string Second = "sven@nordwind.example";
    private const string Outsider = "otto@nordwind.example";
    private const string Visitor = "ulrike@halvorsen.example";

    private string _room = "";
    private string[] _elsewhere = [];

    [Fact]
    public async Task A_guest_comes_in_by_two_hands_works_in_one_room_and_is_gone_when_the_stay_ends()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        Expect("404");
        await Start();
        await AddPerson(Second, "Sven Holm");
        await AddPerson(Outsider, "Otto Lindgren");
        var crane = await MakeRoom("Harbour crane", Founder, Outsider);
        var tender = await Says(Outsider, "The harbour tender closes on Friday", crane);
        var otto = await Beside.Write(async work => (await Beside.Person(work, Outsider)).Id);
        var owner = await SignedIn();
        await Make(owner, "Client Halvorsen", null, "Sven", purpose: "Client room");
        _room = owner.Url;
        _elsewhere = [$"/spaces/{crane}", $"/spaces/{crane}/members", $"/posts/{tender}", $"/people/{otto}", "/admin", "/adoption"];

        var guest = await ComeIn(owner);
        await SeesTheRoomOnly(guest);
        var post = await Talk(guest, owner);
        var home = await guest.Context.NewPageAsync();
        await Visit(home, Address);
        await Expect(Article(home, "The plans are in the post")).ToBeVisibleAsync();
        await Visit(owner, $"{_room}/members");
        await Expect(owner.GetByRole(AriaRole.Link, new() { Name = "Members 3" })).ToBeVisibleAsync();

        await EndTheStay();

        // Nobody touches the open screens.
        await Expect(guest.GetByText("There is nothing here for you")).ToBeVisibleAsync();
        await Expect(Article(home, "The plans are in the post")).ToHaveCountAsync(0);
        await Expect(home.GetByRole(AriaRole.Navigation, new() { Name = "My spaces" })).ToHaveCountAsync(0);
        await Expect(owner.GetByRole(AriaRole.Link, new() { Name = "Members 2" })).ToBeVisibleAsync();
        Assert.DoesNotContain("Halvorsen", await guest.ContentAsync());
        await IsNowhere(guest, [new Uri(_room).AbsolutePath, $"{new Uri(_room).AbsolutePath}/members", post, .. _elsewhere]);
        await Visit(guest, $"{Address}/spaces");
        await Expect(guest.GetByText("You have not been let into a space yet.")).ToBeVisibleAsync();
        await FindsNothing(guest, "plans", "Halvorsen", "Sven");
    }

    /// <summary>The owner asks in, the second approver confirms, and the link works from then on and once.</summary>
    private async Task<IPage> ComeIn(IPage owner)
    {
        await Visit(owner, $"{_room}/members");
        await owner.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        var dialog = owner.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "A guest" }).ClickAsync();
        await dialog.GetByLabel("Email").FillAsync(Visitor);
        await dialog.GetByLabel("Last day").FillAsync($"{TimeProvider.System.GetUtcNow().AddDays(30):yyyy-MM-dd}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await Expect(dialog.GetByText("Name a second approver")).ToBeVisibleAsync();
        await dialog.GetByLabel("Second approver").SelectOptionAsync("Sven Holm");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        var link = await dialog.GetByLabel("Invitation link").InputValueAsync();
        var guest = await Open(link);
        await GiveCode(guest, "AAAAA-AAAAA");
        await Expect(guest.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not go together");
        await NoViolations(guest);

        await Visit(owner, $"{_room}/requests");
        await Expect(owner.GetByText("Guest, waits for Sven Holm")).ToBeVisibleAsync();
        await Expect(owner.GetByRole(AriaRole.Button, new() { Name = "Confirm" })).ToHaveCountAsync(0);
        var second = await SignedIn(Second);
        await Visit(second, $"{_room}/requests");
        await second.GetByRole(AriaRole.Button, new() { Name = $"Confirm {Visitor} as a guest" }).ClickAsync();
        await Expect(owner.GetByText("Guest, waits for Sven Holm")).ToHaveCountAsync(0);
        var code = await second.GetByLabel($"Code for {Visitor}").InputValueAsync();
        await NoViolations(second);

        await GiveCode(guest, code.ToLowerInvariant());
        await guest.GetByLabel("Your name").FillAsync("Ulrike Brandt");
        await guest.GetByLabel("Password").FillAsync("short");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Accept and come in" }).ClickAsync();
        await Expect(guest.GetByRole(AriaRole.Alert)).ToContainTextAsync("needs 12 characters");
        await guest.GetByLabel("Password").FillAsync(Password);
        await guest.GetByRole(AriaRole.Button, new() { Name = "Accept and come in" }).ClickAsync();
        await Arrive(guest, _room);
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "Client Halvorsen" })).ToBeVisibleAsync();
        var late = await Open(link);
        await GiveCode(late, code);
        await Expect(late.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not go together");
        return guest;
    }

    private async Task SeesTheRoomOnly(IPage guest)
    {
        await Visit(guest, _room);
        await Expect(guest.Locator(".rail").GetByRole(AriaRole.Navigation, new() { Name = "My spaces" }).GetByRole(AriaRole.Link))
            .ToHaveTextAsync(["Client Halvorsen"]);
        await Expect(guest.Locator(".rail nav").First.GetByRole(AriaRole.Link))
            .ToContainTextAsync(["Search", "Home", "Notifications", "Spaces", "People"]);
        await OpenComposer(guest);
        await Composer(guest).PressSequentiallyAsync("@o");
        var offered = guest.Locator("#composer .options");
        await Expect(offered.GetByText("Ingrid Solheim")).ToBeVisibleAsync();
        await Expect(offered.GetByText("Sven Holm")).ToBeVisibleAsync();
        await Expect(offered.GetByText("Otto Lindgren")).ToHaveCountAsync(0);
        await guest.Keyboard.PressAsync("Escape");
        await Composer(guest).FillAsync("");
        await guest.Locator("h1").ClickAsync();

        await guest.Keyboard.PressAsync("Control+k");
        var palette = guest.GetByLabel("Find people, spaces, documents and posts");
        await palette.FillAsync("sven");
        await Expect(guest.GetByRole(AriaRole.Option, new() { Name = "Sven Holm" })).ToBeVisibleAsync();
        foreach (var unseen in new[] { "otto", "harbour" })
        {
            await palette.FillAsync(unseen);
            await Expect(guest.Locator("#hits [role=option]")).ToHaveTextAsync([$"Search all texts for “{unseen}”"]);
        }
        await guest.Keyboard.PressAsync("Escape");

        await Visit(guest, $"{Address}/spaces");
        await Expect(guest.GetByText("1 space you can see.")).ToBeVisibleAsync();
        await Expect(guest.GetByRole(AriaRole.Button, new() { Name = "New group" })).ToHaveCountAsync(0);
        await Visit(guest, $"{Address}/people");
        await Expect(guest.GetByText("Sven Holm")).ToBeVisibleAsync();
        foreach (var list in new[] { "/people", "/people/chart", "/spaces", "/" })
        {
            var source = (await Answer(guest, Address + list)).Body;
            Assert.DoesNotContain("Otto", source);
            Assert.DoesNotContain("Harbour", source);
        }
        await FindsNothing(guest, "harbour", "tender", "Otto");
        await IsNowhere(guest, _elsewhere);
    }

    /// <summary>The guest writes, an employee answers, the guest thanks; both screens follow. Returns the address of the post.</summary>
    private async Task<string> Talk(IPage guest, IPage owner)
    {
        await Visit(owner, _room);
        await Visit(guest, _room);
        await OpenComposer(guest);
        await Composer(guest).PressSequentiallyAsync("The plans are in the post, @Sven");
        await Expect(guest.Locator("#composer .options").GetByText("Sven Holm")).ToBeVisibleAsync();
        await guest.Keyboard.PressAsync("Enter");
        await Publish(guest);
        var (here, there) = (Article(guest, "The plans are in the post"), Article(owner, "The plans are in the post"));
        await Expect(there).ToContainTextAsync("Ulrike Brandt");

        await there.Locator("[data-comments]").ClickAsync();
        await there.GetByLabel("Write a comment").PressSequentiallyAsync("Thank you, we look at them today.");
        await owner.Keyboard.PressAsync("Control+Enter");
        await Expect(here.GetByRole(AriaRole.Button, new() { Name = "1 comment" })).ToBeVisibleAsync();
        await here.Locator("[data-comments]").ClickAsync();
        await Expect(here.Locator("[data-comment]")).ToContainTextAsync("we look at them today");
        await here.GetByLabel("Write a comment").PressSequentiallyAsync("Good to hear.");
        await guest.Keyboard.PressAsync("Control+Enter");
        await Expect(there.Locator("[data-comment]")).ToHaveCountAsync(2);
        await Expect(there.Locator("[data-comment]").Last).ToContainTextAsync("Good to hear.");
        return await here.Locator(".where a[href^='/posts/']").First.GetAttributeAsync("href") ?? "";
    }

    /// <summary>The last day passes: the end that was set lies a moment ahead.</summary>
    private Task EndTheStay() =>
        Beside.Write(async work =>
        {
            var client = await Beside.Person(work, Visitor);
            var stay = await work.Db.Memberships.IgnoreQueryFilters([Sight.Name]).SingleAsync(m => m.PersonId == client.Id);
            stay.StayUntil(work.Now.AddSeconds(1));
        });

    private async Task FindsNothing(IPage page, params string[] words)
    {
        foreach (var word in words)
        {
            await Visit(page, $"{Address}/search?q={word}");
            await Expect(page.GetByText("No results")).ToBeVisibleAsync();
        }
    }

    /// <summary>Each of these answers word for word as an address that never was.</summary>
    private async Task IsNowhere(IPage page, IEnumerable<string> addresses)
    {
        var nowhere = await Answer(page, $"{Address}/spaces/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.Status);
        foreach (var address in addresses)
            Assert.Equal((address, nowhere), (address, await Answer(page, Address + address)));
    }
}
