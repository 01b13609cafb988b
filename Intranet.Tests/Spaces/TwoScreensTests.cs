using Bunit;
using Intranet.App.Spaces;
using Intranet.Domain.Spaces;
using Intranet.Tests.Feeds;
using Intranet.Tests.World;
using Microsoft.AspNetCore.Components;

namespace Intranet.Tests.Spaces;

/// <summary>The page of a closed space on the owner's screen and on that of somebody who wants in, is let in, and is put out.</summary>
public sealed class TwoScreensTests : IAsyncLifetime
{
    private Cast _cast = null!;
    private Desk _owners = null!;
    private Desk _ottos = null!;
    private Desk _anns = null!;

    public async ValueTask InitializeAsync()
    {
        _cast = await Cast.In(Engine.Sqlite);
        (_owners, _ottos, _anns) = (
            new Desk(_cast.Office, _cast.Owner),
            new Desk(_cast.Office, _cast.Outsider),
            new Desk(_cast.Office, _cast.Ann)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _owners.DisposeAsync();
        await _ottos.DisposeAsync();
        await _anns.DisposeAsync();
        await _cast.DisposeAsync();
    }

    private IRenderedComponent<SpacePage> Open(Desk desk, string? tab = null) =>
        desk.Show<SpacePage>(p => p.Add(s => s.Id, _cast.Room.Id).Add(s => s.Tab, tab));

    [Fact]
    public async Task Who_joins_an_open_space_can_write_at_once_and_focus_stays_with_what_was_pressed()
    {
        await using var cast = await Cast.In(Engine.Sqlite, Openness.Open);
        await using var desk = new Desk(cast.Office, cast.Outsider);
        var page = desk.Show<SpacePage>(p => p.Add(s => s.Id, cast.Room.Id));
        Assert.Contains("Join to write", page.Markup);
        Assert.Empty(page.FindAll(".composer"));

        await page.Click("Join");
        await Desk.Shows(page, () => page.FindAll(".composer-open").Count == 1);
        Assert.Equal(1, desk.FocusPut);

        await page.Click("Leave");
        desk.PutFocusOn(page.FindAll("button").Single(b => b.TextContent == "Stay"));
        await page.Click("Stay");
        desk.PutFocusOn(page.FindAll("button").Single(b => b.TextContent == "Leave"));
    }

    [Fact]
    public async Task A_request_arrives_and_its_approval_opens_the_door_on_the_askers_screen()
    {
        var post = await _cast.Says(_cast.Ann, "Inside only");
        var owner = Open(_owners, "requests");
        var otto = Open(_ottos);
        Assert.Contains("Nobody waits for an answer.", owner.Markup);
        Assert.DoesNotContain("Inside only", otto.Markup);

        otto.Find("textarea").Change("I plan the night shift.");
        await otto.Click("Ask to join");

        await Desk.Shows(owner, () => owner.Markup.Contains("I plan the night shift."));
        await Desk.Shows(owner, () => Tab(owner, "Requests").EndsWith('1'));
        await Desk.Shows(otto, () => otto.Markup.Contains("this page changes by itself"));
        Assert.Equal(0, _ottos.Told);

        await owner.Click("Approve the request of Otto Outsider");

        await Desk.Shows(otto, () => otto.FindAll($"[data-post='{post}']").Count == 1);
        await Desk.Shows(owner, () => owner.Markup.Contains("Nobody waits for an answer.") && owner.Markup.Contains("Approved"));
        await Desk.Shows(owner, () => Tab(owner, "Members").EndsWith('4'));
    }

    [Fact]
    public async Task A_declined_request_shows_its_reason_to_the_asker_and_nothing_else()
    {
        var owner = Open(_owners, "requests");
        var otto = Open(_ottos);
        await otto.Click("Ask to join");
        await Desk.Shows(
            owner,
            () => owner.FindAll("button").Any(b => b.GetAttribute("aria-label") == "Decline the request of Otto Outsider")
        );

        await owner.Click("Decline the request of Otto Outsider");
        owner.Find("li textarea").Change("We are complete.");
        await owner.Click("Decline");

        await Desk.Shows(otto, () => otto.Markup.Contains("The answer: We are complete."));
        Assert.Empty(otto.FindAll("nav.tabs"));
    }

    [Fact]
    public async Task A_member_who_does_not_moderate_sees_no_requests()
    {
        var otto = Open(_ottos);
        await otto.Click("Ask to join");
        await Desk.Shows(otto, () => otto.Markup.Contains("this page changes by itself"));

        var ann = Open(_anns, "requests");

        Assert.DoesNotContain("Otto", ann.Markup);
        Assert.DoesNotContain("Requests", ann.Find("nav.tabs").TextContent);
    }

    [Fact]
    public async Task Removing_a_member_empties_their_open_page_and_undo_brings_it_back()
    {
        var post = await _cast.Says(_cast.Owner, "Inside only");
        var owner = Open(_owners, "members");
        var ann = Open(_anns);
        await Desk.Shows(ann, () => ann.FindAll($"[data-post='{post}']").Count == 1);

        await owner.Click("More about Ann Lee");
        await owner.Click("Remove from the space");

        // A closed space is known to all employees, so its door stays.
        await Desk.Shows(
            ann,
            () => !ann.Markup.Contains("Inside only") && !ann.Markup.Contains("here now") && ann.FindAll("nav.tabs").Count == 0
        );
        await Desk.Shows(owner, () => owner.Find("[role=status]").TextContent.StartsWith("Ann Lee was removed.", StringComparison.Ordinal));
        Assert.DoesNotContain(owner.FindAll("ul.list li"), row => row.TextContent.Contains("Ann Lee"));

        await owner.Click("Undo");

        await Desk.Shows(ann, () => ann.FindAll($"[data-post='{post}']").Count == 1);
        await Desk.Shows(owner, () => owner.FindAll("ul.list li").Any(row => row.TextContent.Contains("Ann Lee")));
    }

    [Fact]
    public async Task Who_is_removed_from_a_secret_space_is_told_that_there_is_nothing()
    {
        await _cast.Office.Get<Premises>().ChangeOpenness(_cast.Owner.Eyes(), _cast.Room.Id, Openness.Secret);
        var ann = Open(_anns, "members");
        await Desk.Shows(ann, () => ann.Markup.Contains("Ben Okoro"));

        await _cast.Office.Get<Rosters>().Remove(_cast.Owner.Eyes(), _cast.Room.Id, _cast.Ann.Id);

        await Desk.Shows(ann, () => ann.Markup.Trim().Length == 0 && _anns.Told == 1);
    }

    [Fact]
    public async Task A_new_name_and_an_archive_are_on_every_open_page_at_once()
    {
        var ann = Open(_anns);
        var premises = _cast.Office.Get<Premises>();
        ann.Find("[data-compose]");

        await premises.Describe(_cast.Owner.Eyes(), _cast.Room.Id, "Rotor", "Where the rotor is planned.");
        await Desk.Shows(ann, () => ann.Find("h1").TextContent == "Rotor" && ann.Markup.Contains("Where the rotor is planned."));

        await premises.Archive(_cast.Owner.Eyes(), _cast.Room.Id);
        await Desk.Shows(ann, () => ann.Markup.Contains("This space is archived"));
    }

    private static string Tab(IRenderedComponent<IComponent> page, string name) =>
        page.FindAll("nav.tabs a").Single(a => a.TextContent.Contains(name)).TextContent.Trim();
}
