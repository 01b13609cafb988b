using AngleSharp.Dom;
using Bunit;
using Intranet.App.Feeds;
using Intranet.Domain.Feeds;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

public sealed class TwoScreensTests : TwoScreens
{
    [Fact]
    public async Task What_one_publishes_stands_on_both_screens_once()
    {
        var (ann, ben) = await Both();

        await ann.Write("The blades arrive on Tuesday.");
        await ann.Click("Publish");

        await ben.Shows(() => ben.FindAll("article[data-post] .prose").Any(p => p.TextContent.Contains("The blades arrive on Tuesday.")));
        await ann.Shows(() => ann.Order().Count() == 1 && ann.FindAll("article").Count == 1);
        Assert.Equal(["Ann Lee"], ben.FindAll("article .who").Select(w => w.TextContent));
        Assert.DoesNotContain("sending", ann.Markup);
    }

    [Fact]
    public async Task Whoever_reads_further_down_sees_a_pill_and_nothing_moves_until_they_press_it()
    {
        var old = await Cast.Says(Cast.Owner, "Old");
        var (_, ben) = await Both();
        await ben.InvokeAsync(() => ben.Instance.AtTop(false));

        var first = await Cast.Says(Cast.Ann, "New");
        await ben.Shows(() => ben.FindAll("[data-do=news]").SingleOrDefault()?.TextContent.Trim() == "1 new post");
        var second = await Cast.Says(Cast.Ann, "Newer");
        await ben.Shows(() => ben.Find("[data-do=news]").TextContent.Trim() == "2 new posts");
        Assert.Equal([old], ben.Order());
        await ben.Press(ben.Find("[data-do=news]"));

        await ben.Shows(() => ben.Order().SequenceEqual([second, first, old]));
        Assert.Empty(ben.FindAll("[data-do=news]"));
    }

    [Fact]
    public async Task A_comment_counts_on_a_closed_thread_and_stands_in_an_open_one()
    {
        var post = await Cast.Says(Cast.Owner, "Who comes");
        var (ann, ben) = await Both();
        var owner = new Desk(Cast.Office, Cast.Owner);
        await using var _ = owner;
        var closed = await owner.Feed(Cast.Room.Id);
        await ben.Press(post, "comments");
        await ann.Press(post, "comments");

        await ann.Type("Write a comment", "I do.");
        await ann.Find(".comment-box [data-publish]").ClickAsync();

        await ben.Shows(() => ben.FindAll("[data-comment] .prose").Any(c => c.TextContent.Trim() == "I do."));
        await closed.Shows(() => closed.Post(post)!.QuerySelector("[data-comments]")!.TextContent.Trim() == "1 comment");
        Assert.Empty(closed.FindAll("[data-comment]"));
        await ann.Shows(() => ann.FindAll("[data-comment]").Count == 1);
    }

    [Fact]
    public async Task A_reaction_counts_for_both_and_is_pressed_only_for_who_gave_it()
    {
        var post = await Cast.Says(Cast.Owner, "Done");
        var (ann, ben) = await Both();

        await ann.Press(post, "picker");
        await ann.Press(ann.Find($"[data-post='{post}'] [role=menu] [data-value='Thanks']"));

        await ben.Shows(() => Reaction(ben)?.GetAttribute("aria-label") == "Thanks, 1 person");
        Assert.Equal("false", Reaction(ben)!.GetAttribute("aria-pressed"));
        await ann.Shows(() => Reaction(ann)?.GetAttribute("aria-pressed") == "true");
        await ben.Press(post, "react", "Thanks");
        await ann.Shows(() => Reaction(ann)?.GetAttribute("aria-label") == "Thanks, 2 people");
        await ann.Press(post, "react", "Thanks");
        await ben.Shows(() => Reaction(ben)?.GetAttribute("aria-label") == "Thanks, 1 person");

        IElement? Reaction(IRenderedComponent<FeedPanel> feed) => feed.Post(post)!.QuerySelector(".reaction");
    }

    [Fact]
    public async Task An_edit_replaces_the_words_and_says_so()
    {
        var post = await Cast.Says(Cast.Ann, "At nine");
        var (ann, ben) = await Both();

        await ann.Choose(post, "edit");
        await ann.Type("Text", "At ten");
        await ann.Find($"[data-post='{post}'] form").SubmitAsync();

        await ben.Shows(() => ben.Post(post)!.QuerySelector(".prose")!.TextContent.Trim() == "At ten");
        Assert.Contains("edited", ben.Post(post)!.QuerySelector("header")!.TextContent);
        await ben.Choose(post, "history");
        await ben.Shows(() => ben.Find("[aria-label='Earlier readings']").TextContent.Contains("At nine"));
    }

    [Fact]
    public async Task What_is_removed_goes_on_both_screens_and_comes_back_when_it_is_undone()
    {
        var post = await Cast.Says(Cast.Ann, "Mistake");
        var (ann, ben) = await Both();

        await ann.Choose(post, "remove");

        await ben.Shows(() => ben.Post(post) is null);
        await ann.Shows(() => ann.Post(post) is null && ann.Find("[role=status] [data-do=restore]") is not null);
        Assert.Empty(ben.FindAll("[data-do=restore]"));
        await ann.Press(ann.Find("[data-do=restore]"));
        await ben.Shows(() => ben.Post(post) is not null);
        await ann.Shows(() => ann.Post(post) is not null && ann.FindAll("[data-do=restore]").Count == 0);
    }

    [Fact]
    public async Task A_pin_lifts_a_post_over_newer_ones_on_every_screen()
    {
        var old = await Cast.Says(Cast.Ann, "Rules");
        var newer = await Cast.Says(Cast.Ann, "News");
        var (_, ben) = await Both();
        await using var desk = new Desk(Cast.Office, Cast.Owner);
        var owner = await desk.Feed(Cast.Room.Id);

        await owner.Choose(old, "pin");

        await ben.Shows(() => ben.Order().SequenceEqual([old, newer]) && ben.Post(old)!.TextContent.Contains("Pinned"));
        await owner.Choose(old, "pin");
        await ben.Shows(() => ben.Order().SequenceEqual([newer, old]));
        Assert.DoesNotContain("Pinned", ben.Post(old)!.TextContent);
    }

    [Fact]
    public async Task An_accepted_answer_is_marked_for_everybody_and_offered_only_to_who_asked()
    {
        var post = await Cast.Says(Cast.Ann, "Which bolts", PostKind.Question);
        var answer = await Cast.Answers(Cast.Ben, post, "The long ones");
        var (ann, ben) = await Both();
        await ann.Press(post, "comments");
        await ben.Press(post, "comments");
        Assert.Empty(ben.FindAll("[data-do=accept]"));

        await ann.Press(ann.Find($"[data-comment='{answer}'] [data-do=accept]"));

        await ben.Shows(() => ben.Comment(answer)!.TextContent.Contains("Accepted answer"));
        Assert.Contains("Question, answered", ben.Post(post)!.TextContent);
    }

    [Fact]
    public async Task A_vote_counts_for_both_and_shows_how_it_stands_to_who_voted()
    {
        var wanted = new NewPost(Cast.Room.Id, PostKind.Poll, "When", "Which day", Cast.Key()) { Options = ["Monday", "Tuesday"] };
        var post = await Cast.Posts.Publish(Cast.Owner.Eyes(), wanted);
        var (ann, ben) = await Both();

        await ann.Press(ann.Find($"[data-post='{post}'] [data-do=vote]"));

        await ben.Shows(() => ben.Post(post)!.TextContent.Contains("1 person has voted."));
        Assert.DoesNotContain("100 %", ben.Post(post)!.TextContent);
        await ann.Shows(() => ann.Post(post)!.QuerySelector(".poll-option.mine")!.TextContent.Contains("100 %"));
    }

    [Fact]
    public async Task How_many_have_seen_a_post_is_told_after_a_while_without_names()
    {
        foreach (var name in new[] { "Cleo", "Dan" })
            await Cast.Joins(await Cast.Office.Employee(name));
        var post = await Cast.Says(Cast.Ann, "Look");
        var (ann, ben) = await Both();

        await ben.InvokeAsync(() => ben.Instance.Saw([post]));
        await Cast.Office.Get<SeenMarks>().Flush();

        await ann.Shows(() =>
        {
            Cast.Office.Clock.Advance(TimeSpan.FromSeconds(4));
            return ann.Post(post)!.QuerySelector(".seen-by")?.TextContent == "Seen by 1 of 5 people";
        });
        Assert.DoesNotContain("Ben", ann.Post(post)!.TextContent);
    }
}
