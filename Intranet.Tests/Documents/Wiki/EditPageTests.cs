using Bunit;
using Intranet.App.Documents.Wiki;
using Intranet.App.Spaces;
using Intranet.Domain.Documents.Wiki;
using Intranet.Tests.Feeds;
using Intranet.Tests.World;
using Microsoft.AspNetCore.Components;

namespace Intranet.Tests.Documents.Wiki;

public sealed class EditPageTests
{
    [Theory, OnBoth]
    public async Task Two_who_write_in_one_page_know_of_each_other_and_both_texts_are_saved(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var page = await shelf.Written(shelf.Ann, "Plan", "one\ntwo\nthree");
        await using var mine = new Desk(shelf.Office, shelf.Ann);
        await using var theirs = new Desk(shelf.Office, shelf.Ben);
        var ann = mine.Show<EditPage>(p => p.Add(e => e.Id, page));
        Assert.DoesNotContain("editing this page too", ann.Markup);
        var ben = theirs.Show<EditPage>(p => p.Add(e => e.Id, page));

        await Desk.Shows(ann, () => ann.Markup.Contains("Ben Okoro is editing this page too"));
        await Desk.Shows(ben, () => ben.Markup.Contains("Ann Lee is editing this page too"));
        await Type(ann, "one\ntwo\nTHREE");
        await Type(ben, "ONE\ntwo\nthree");
        await ben.Click("Save");
        await Desk.Shows(ann, () => ann.Markup.Contains("Ben Okoro saved version 3"));
        await ann.Click("Save");
        await Desk.Shows(ann, () => ann.FindComponent<PageBox>().Instance.Text.Length == 0);

        Assert.Equal("ONE\ntwo\nTHREE", await shelf.Reads(shelf.Guest, page));
    }

    [Theory, OnBoth]
    public async Task Where_both_changed_the_same_lines_the_second_one_chooses(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var page = await shelf.Written(shelf.Ann, "Plan", "one\ntwo\nthree");
        await using var desk = new Desk(shelf.Office, shelf.Ann);
        var ann = desk.Show<EditPage>(p => p.Add(e => e.Id, page));
        await Type(ann, "one\nAnn's two\nTHREE");
        await shelf.Write(shelf.Ben, page, 2, "one\nBen's two\nthree");

        await ann.Click("Save");
        await Desk.Shows(ann, () => ann.FindAll(".clash pre").Count == 2);
        Assert.Equal(["Ben's two\nthree", "Ann's two\nTHREE"], ann.FindAll(".clash pre").Select(p => p.TextContent));
        Assert.Contains("Saved by Ben Okoro", ann.Find(".clash").TextContent);
        await ann.Click("Put it together");
        await Desk.Shows(ann, () => ann.FindAll(".clash").Count == 0);
        Assert.Equal(3, (await shelf.Versions.Of(shelf.Ann.Eyes(), page)).Count);
        await ann.Click("Save");
        await Desk.Shows(ann, () => ann.FindComponent<PageBox>().Instance.Text.Length == 0);

        Assert.Equal("one\nBen's two\nthree\nAnn's two\nTHREE", await shelf.Reads(shelf.Guest, page));
    }

    [Theory, OnBoth]
    public async Task What_is_not_saved_waits_on_the_next_screen_and_can_be_thrown_away(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var page = await shelf.Written(shelf.Ann, "Plan", "one");
        await using (var here = new Desk(shelf.Office, shelf.Ann))
            await Type(here.Show<EditPage>(p => p.Add(e => e.Id, page)), "one and a half");
        await using var there = new Desk(shelf.Office, shelf.Ann);
        var again = there.Show<EditPage>(p => p.Add(e => e.Id, page));

        Assert.Equal("one and a half", await Written(again));
        await again.Click("Throw it away");
        await Desk.Shows(again, () => !again.Markup.Contains("Throw it away"));
        Assert.Equal("one", await Written(again));
        Assert.Null((await shelf.Office.Get<Pages>().Open(shelf.Ann.Eyes(), page))!.Draft);
    }

    [Theory, OnBoth]
    public async Task Who_leaves_is_not_seen_any_more_and_who_is_removed_is_told(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var page = await shelf.Written(shelf.Ann, "Plan", "one");
        await using var mine = new Desk(shelf.Office, shelf.Ann);
        var ann = mine.Show<EditPage>(p => p.Add(e => e.Id, page));
        await using (var theirs = new Desk(shelf.Office, shelf.Ben))
        {
            theirs.Show<EditPage>(p => p.Add(e => e.Id, page));
            await Desk.Shows(ann, () => ann.Markup.Contains("Ben Okoro is editing"));
        }
        await Desk.Shows(ann, () => !ann.Markup.Contains("Ben Okoro is editing"));

        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ann.Id);
        await Desk.Shows(ann, () => ann.Markup.Contains("not here for you any more"));
    }

    [Theory, OnBoth]
    public async Task Who_may_not_write_is_told_why_and_who_stands_outside_finds_nothing(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var page = await shelf.Written(shelf.Ann, "Plan", "one");
        await using var guest = new Desk(shelf.Office, shelf.Guest);
        await using var outsider = new Desk(shelf.Office, shelf.Outsider);

        var refused = guest.Show<EditPage>(p => p.Add(e => e.Id, page));
        await Desk.Shows(refused, () => refused.Markup.Contains("Guests read the documents"));
        Assert.Empty(refused.FindAll("textarea"));
        var hidden = outsider.Show<EditPage>(p => p.Add(e => e.Id, page));
        await Desk.Shows(hidden, () => outsider.Told == 1);
        var room = outsider.Show<NewPagePage>(p => p.Add(e => e.SpaceId, shelf.Room.Id));
        await Desk.Shows(room, () => outsider.Told == 2);
        var begun = guest.Show<NewPagePage>(p => p.Add(e => e.SpaceId, shelf.Room.Id));
        await Desk.Shows(begun, () => begun.Markup.Contains("do not add to them"));
        Assert.Empty(begun.FindAll("form"));
        Assert.Equal(0, guest.Told);
    }

    private static async Task Type(IRenderedComponent<EditPage> screen, string text)
    {
        await Written(screen);
        await screen.InvokeAsync(() => screen.FindComponent<PageBox>().Instance.TextChanged(text));
    }

    /// <summary>What stands in the box, once there is one.</summary>
    private static async Task<string> Written(IRenderedComponent<EditPage> screen)
    {
        await Desk.Shows(screen, () => screen.FindComponents<PageBox>().Count == 1);
        return screen.FindComponent<PageBox>().Instance.Text;
    }
}
