using System.Net;
using Microsoft.Playwright;

namespace Intranet.Tests.Spaces;

public sealed class ClosedGroupJourney : SpaceJourney
{
    private const string Asker = "mehmet@nordwind.example";
    private const string Outsider = "otto@nordwind.example";

    [Fact]
    public async Task An_admin_makes_a_closed_group_approves_a_request_and_an_outsider_finds_no_trace_of_what_is_inside()
    {
        await Start();
        await AddPerson(Asker, "Mehmet Yilmaz");
        await AddPerson(Outsider, "Otto Outsider");
        var admin = await SignedIn();
        await Make(admin, "Works council", "Closed, on request", "Mehmet");
        var council = admin.Url;
        await Expect(admin.GetByRole(AriaRole.Link, new() { Name = "Members 2" })).ToBeVisibleAsync();
        await Make(admin, "Merger talks", "Secret, by invitation");
        var merger = admin.Url;
        await Make(admin, "Shift swap", "Closed, on request");

        var asker = await SignedIn(Asker);
        await Visit(asker, $"{Address}/spaces");
        await asker.GetByRole(AriaRole.Button, new() { Name = "Ask to join Shift swap" }).ClickAsync();
        await asker.GetByLabel("A few words for the owners").FillAsync("I plan the night shift.");
        await asker.GetByRole(AriaRole.Button, new() { Name = "Ask to join", Exact = true }).ClickAsync();
        await Expect(asker.GetByText("Asked", new() { Exact = true })).ToBeVisibleAsync();
        await Visit(asker, admin.Url);
        await Expect(asker.GetByText("this page changes by itself")).ToBeVisibleAsync();
        await NoViolations(asker);

        await admin.GetByRole(AriaRole.Link, new() { Name = "Requests 1" }).ClickAsync();
        await Expect(admin.GetByText("I plan the night shift.")).ToBeVisibleAsync();
        await NoViolations(admin);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Approve the request of Mehmet Yilmaz" }).ClickAsync();

        // Nobody touches the asker's page: the answer comes by itself.
        await Expect(asker.GetByRole(AriaRole.Link, new() { Name = "Members 2" })).ToBeVisibleAsync();
        await Expect(asker.GetByRole(AriaRole.Navigation, new() { Name = "My spaces" })).ToContainTextAsync("Shift swap");

        var outsider = await SignedIn(Outsider);
        await Visit(outsider, $"{Address}/spaces");
        await Expect(outsider.GetByText("Works council")).ToBeVisibleAsync();
        Assert.DoesNotContain("Merger talks", await outsider.ContentAsync());
        Expect("404");
        var hidden = await Answer(outsider, merger);
        var nowhere = await Answer(outsider, $"{Address}/spaces/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
        Assert.Equal(nowhere, hidden);
        var door = await outsider.APIRequest.GetAsync(council);
        var source = await door.TextAsync();
        Assert.Contains("Works council", source);
        Assert.DoesNotContain("Mehmet", source);
        Assert.DoesNotContain("Ingrid", source);
    }

    [Fact]
    public async Task Who_is_removed_sees_the_open_page_turn_into_one_that_is_not_there()
    {
        await Start();
        await AddPerson(Asker, "Mehmet Yilmaz");
        var admin = await SignedIn();
        await Make(admin, "Merger talks", "Secret, by invitation", "Mehmet");
        var member = await SignedIn(Asker);
        await Visit(member, admin.Url + "/members");
        await Expect(member.GetByRole(AriaRole.Heading, new() { Name = "Merger talks" })).ToBeVisibleAsync();

        await Visit(admin, admin.Url + "/members");
        await admin.GetByRole(AriaRole.Button, new() { Name = "More about Mehmet Yilmaz" }).ClickAsync();
        await admin.GetByRole(AriaRole.Menuitem, new() { Name = "Remove from the space" }).ClickAsync();
        await Expect(admin.GetByText("Mehmet Yilmaz was removed.")).ToBeVisibleAsync();

        await Expect(member.GetByText("There is nothing here for you")).ToBeVisibleAsync(new() { Timeout = 1_000 });
        Assert.DoesNotContain("Merger talks", await member.ContentAsync());
        await admin.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Link, new() { Name = "Members 2" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_page_of_a_space_is_usable_by_everybody()
    {
        await Start();
        await AddPerson(Asker, "Mehmet Yilmaz");
        var admin = await SignedIn();
        await Make(admin, "Works council", "Closed, on request");
        var council = admin.Url;
        await Make(admin, "Client Halvorsen", null, "Mehmet", purpose: "Client room");
        var space = admin.Url;
        var asker = await SignedIn(Asker);
        await Visit(asker, council);
        await Examine(asker, "door");
        await asker.GetByLabel("A few words for the owners").FillAsync("I was elected as a substitute.");
        await asker.GetByRole(AriaRole.Button, new() { Name = "Ask to join" }).ClickAsync();
        await Expect(asker.GetByText("this page changes by itself")).ToBeVisibleAsync();
        await Examine(asker, "asked");
        await Visit(admin, $"{council}/requests");
        await Expect(admin.GetByText("I was elected as a substitute.")).ToBeVisibleAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Decline the request of Mehmet Yilmaz" }).ClickAsync();
        await Examine(admin, "requests");

        await Visit(admin, $"{space}/members");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "A guest" }).ClickAsync();
        await admin.GetByLabel("Email").FillAsync("ulrike@halvorsen.example");
        await admin.GetByLabel("Second approver").SelectOptionAsync("Mehmet Yilmaz");
        await Examine(admin, "invite-guest");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).Last.ClickAsync();
        var link = await admin.GetByLabel("Invitation link").InputValueAsync();
        await Examine(admin, "guest-link");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Visit(asker, $"{space}/requests");
        await Examine(asker, "stand-for");
        await asker.GetByRole(AriaRole.Button, new() { Name = "Confirm ulrike@halvorsen.example" }).ClickAsync();
        var code = await asker.GetByLabel("Code for ulrike@halvorsen.example").InputValueAsync();
        await Examine(asker, "guest-code");
        await asker.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(asker.GetByText("Nothing here waits for you.")).ToBeVisibleAsync();

        var guest = await Open(link);
        await Examine(guest, "invitation");
        await GiveCode(guest, code);
        await Examine(guest, "invited");
        await guest.GetByLabel("Your name").FillAsync("Ulrike Brandt");
        await guest.GetByLabel("Password").FillAsync(Password);
        await guest.GetByRole(AriaRole.Button, new() { Name = "Accept and come in" }).ClickAsync();
        await Arrive(guest, space);
        await Expect(guest.GetByRole(AriaRole.Heading, new() { Name = "Client Halvorsen" })).ToBeVisibleAsync();
        await Visit(guest, $"{Address}/spaces");
        await Expect(guest.GetByText("1 space you can see.")).ToBeVisibleAsync();
        await Examine(guest, "guest-spaces");

        await Visit(admin, $"{Address}/spaces");
        await Examine(admin, "spaces");
        foreach (var tab in new[] { "", "/about", "/members", "/requests", "/settings" })
        {
            await Visit(admin, space + tab);
            await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "Client Halvorsen" })).ToBeVisibleAsync();
            await Examine(admin, $"space{tab.Replace('/', '-')}");
        }
        await Visit(admin, $"{Address}/admin/spaces");
        await Examine(admin, "vacancies");
        await Visit(admin, $"{Address}/spaces");
        await admin.GetByRole(AriaRole.Button, new() { Name = "New group" }).ClickAsync();
        await Examine(admin, "new-group");
    }
}
