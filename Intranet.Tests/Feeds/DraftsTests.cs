using Bunit;
using Intranet.App.Feeds;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.AspNetCore.Components;

namespace Intranet.Tests.Feeds;

/// <summary>What was begun on one screen waits on the next, all of it.</summary>
public sealed class DraftsTests
{
    private const string Kind = "[aria-label='Kind of post']";
    private const string Space = "select[name=space]";

    [Theory, OnBoth]
    public async Task A_poll_waits_with_its_space_its_options_and_its_end(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var other = await cast.Office.Room("Other", Openness.Open, cast.Ann);
        await using (var here = new Desk(cast.Office, cast.Ann))
        {
            var feed = await here.Home();
            await feed.Write("When shall we meet?");
            // What is chosen last waits too, though no letter is typed after it.
            await feed.Find(Space).ChangeAsync(new ChangeEventArgs { Value = other.Id.ToString() });
            await feed.Find(Kind).ChangeAsync(new ChangeEventArgs { Value = nameof(PostKind.Poll) });
            await feed.Find("[aria-label='Option 1']").ChangeAsync(new ChangeEventArgs { Value = "Monday" });
            await feed.Find("[aria-label='Option 2']").ChangeAsync(new ChangeEventArgs { Value = "Friday" });
            await feed.Find("input[type=datetime-local]").ChangeAsync(new ChangeEventArgs { Value = "2026-03-09T12:00:00" });
        }
        await using var there = new Desk(cast.Office, cast.Ann);
        var again = await there.Home();
        await again.Shows(() => again.FindAll(Kind).Count == 1);

        Assert.Equal("Poll", again.Find(Kind).GetAttribute("value"));
        Assert.Equal(other.Id.ToString(), again.Find($"{Space} option[selected]").GetAttribute("value"));
        Assert.Equal(["Monday", "Friday"], again.FindAll(".poll-fields input.input[maxlength]").Select(o => o.GetAttribute("value")));
        Assert.StartsWith("2026-03-09T12:00", again.Find("input[type=datetime-local]").GetAttribute("value"));
    }

    [Theory, OnBoth]
    public async Task A_change_that_was_not_saved_is_told_at_its_post_to_who_wrote_it(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast
            .Office.Get<Posts>()
            .Publish(
                cast.Ann.Eyes(),
                new NewPost(cast.Room.Id, PostKind.Poll, "When", "Which day", cast.Key()) { Options = ["Mon", "Tue"] }
            );
        await cast.Office.Get<Drafts>().Keep(cast.Ann.Eyes(), $"edit:{post:N}", draft => draft.Markdown = "Which day?");
        await using var mine = new Desk(cast.Office, cast.Ann);
        await using var theirs = new Desk(cast.Office, cast.Ben);

        Assert.Contains("an edit of this that is not saved", (await mine.Page(post)).Markup);
        var page = await theirs.Page(post);
        Assert.DoesNotContain("not saved", page.Markup);
        // The title stands above: it is heard with the poll, and not shown twice.
        Assert.Equal("unseen", page.Find(".poll legend").ClassName);
    }

    [Theory, OnBoth]
    public async Task Praise_waits_with_those_it_names(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await using (var here = new Desk(cast.Office, cast.Ann))
        {
            var feed = await here.Feed(cast.Room.Id);
            await feed.Compose();
            await feed.Find(Kind).ChangeAsync(new ChangeEventArgs { Value = nameof(PostKind.Praise) });
            await feed.Find("[aria-label='Whom do you praise?']").InputAsync(new ChangeEventArgs { Value = cast.Ben.Name });
            await feed.Shows(() => feed.FindAll(".praise-fields .option").Count == 1);
            await feed.Find(".praise-fields .option").ClickAsync();
        }
        await using var there = new Desk(cast.Office, cast.Ann);
        var again = await there.Feed(cast.Room.Id);
        await again.Shows(() => again.FindAll(".praise-fields .picked").Count == 1);

        Assert.Contains(cast.Ben.Name, again.Find(".praise-fields .picked").TextContent);

        await again.Find(".praise-fields .picked button").ClickAsync();
        Assert.Null(await cast.Office.Get<Drafts>().Load(cast.Ann.Eyes(), $"space:{cast.Room.Id:N}"));
    }

    [Theory, OnBoth]
    public async Task An_edit_waits_until_it_is_saved_or_given_up(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "The crane comes on Monday");
        var drafts = cast.Office.Get<Drafts>();
        await using (var here = new Desk(cast.Office, cast.Ann))
        {
            var feed = await here.Feed(cast.Room.Id);
            await feed.Choose(post, "edit");
            await feed.Type("Text", "The crane comes on Friday");
        }
        Assert.Equal("The crane comes on Friday", (await drafts.Load(cast.Ann.Eyes(), $"edit:{post:N}"))?.Markdown);
        await using var there = new Desk(cast.Office, cast.Ann);
        var again = await there.Feed(cast.Room.Id);
        await again.Choose(post, "edit");
        await again.Shows(() => again.FindAll("form.stack").Count == 1);

        await again.Find("form.stack").SubmitAsync();

        await again.Shows(() => again.FindAll("form.stack").Count == 0);
        Assert.Contains("Friday", again.Post(post)!.TextContent);
        Assert.Null(await drafts.Load(cast.Ann.Eyes(), $"edit:{post:N}"));
        await again.Choose(post, "edit");
        await again.Type("Text", "The crane never comes");
        await again.FindAll("form.stack button").Single(b => b.TextContent == "Cancel").ClickAsync();
        Assert.Empty(again.FindAll("form.stack"));
        Assert.Null(await drafts.Load(cast.Ann.Eyes(), $"edit:{post:N}"));
    }

    [Theory, OnBoth]
    public async Task Words_for_passing_a_post_on_wait_with_the_space_they_are_for(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "The crane comes on Monday");
        var other = await cast.Office.Room("Zeppelins", Openness.Open, cast.Ann);
        await using (var here = new Desk(cast.Office, cast.Ann))
        {
            var feed = await here.Feed(cast.Room.Id);
            await feed.Choose(post, "share");
            await feed.Shows(() => feed.FindAll(".share select").Count == 1);
            await feed.Type("Say why", "You lift things too");
            await feed.Find(".share select").ChangeAsync(new ChangeEventArgs { Value = other.Id.ToString() });
        }

        var draft = await cast.Office.Get<Drafts>().Load(cast.Ann.Eyes(), $"share:{post:N}");

        Assert.Equal(("You lift things too", other.Id), (draft?.Markdown, draft?.SpaceId));
    }
}
