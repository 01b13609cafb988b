using Bunit;
using Intranet.App.Feeds;
using Intranet.App.Shared;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

public sealed class CommentLinkTests
{
    [Theory, OnBoth]
    public async Task A_link_to_an_early_comment_of_a_long_thread_shows_it_and_both_ways_lead_on(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var (post, all) = await Thread(cast, 230);
        using var ben = await OpenFeed.Of(cast, cast.Ben, new FeedScope.One(post));

        await ben.Screen.OpenThread(post, all[70]);
        var shown = Shown(ben, post);
        Assert.Equal((CommentThread.Most, true, true), (shown.Comments.Count, shown.Earlier, shown.Later));
        Assert.Contains(all[70], shown.Comments.Select(c => c.Id));

        await ben.Screen.LaterAnswers(post);
        await ben.Screen.EarlierAnswers(post);
        Assert.Equal(all.Take(220), Shown(ben, post).Comments.Select(c => c.Id));
        await ben.Screen.LaterAnswers(post);
        Assert.Equal(all, Shown(ben, post).Comments.Select(c => c.Id));
        Assert.Equal((false, false), (Shown(ben, post).Earlier, Shown(ben, post).Later));
    }

    [Theory, OnBoth]
    public async Task What_is_read_around_a_comment_stays_the_same_stretch_when_others_answer(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var (post, all) = await Thread(cast, 130);
        using var ben = await OpenFeed.Of(cast, cast.Ben, new FeedScope.One(post));
        await ben.Screen.OpenThread(post, all[5]);
        var before = Shown(ben, post).Comments.Select(c => c.Id).ToList();
        Assert.Equal((all[0], false), (before[0], Shown(ben, post).Earlier));

        await cast.Answers(cast.Ann, post, "One more");
        await OpenFeed.Until(() => ben.Screen.Find(post)!.Card.Comments == 131);
        Assert.Equal(before, Shown(ben, post).Comments.Select(c => c.Id));
        await ben.Screen.Hear(null);

        Assert.Equal(before, Shown(ben, post).Comments.Select(c => c.Id));
        Assert.Equal((false, true), (Shown(ben, post).Earlier, Shown(ben, post).Later));
    }

    [Theory, OnBoth]
    public async Task A_link_to_a_comment_opens_nothing_to_who_may_not_see_it(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var (post, all) = await Thread(cast, 2);
        var other = await cast.Says(cast.Ann, "Another");

        var outside = await cast.Pages.AnswersAround(cast.Outsider.Eyes(), post, all[0]);
        Assert.Equal((0, false, false), (outside.Comments.Count, outside.Earlier, outside.Later));
        Assert.Empty((await cast.Pages.AnswersAround(cast.Ben.Eyes(), other, all[0])).Comments);
        Assert.Equal(all, (await cast.Pages.AnswersAround(cast.Ben.Eyes(), post, Guid.NewGuid())).Comments.Select(c => c.Id));
    }

    [Fact]
    public async Task The_page_of_a_post_opens_at_the_comment_and_goes_to_what_one_answers_oneself()
    {
        await using var cast = await Cast.In(Engine.Sqlite);
        var (post, all) = await Thread(cast, 130);
        await using var desk = new Desk(cast.Office, cast.Ben);

        var page = await desk.Page(post, all[5]);
        Assert.Equal($"{all[5]}", page.Find(".feed").GetAttribute("data-sought"));
        Assert.Equal(Addresses.Comment(post, all[5]), page.Comment(all[5])!.QuerySelector(".byline a.plain")!.GetAttribute("href"));
        Assert.Empty(page.FindAll("[data-do=earlier]"));
        Assert.Equal("Show later comments", page.Find("[data-do=later]").TextContent);

        await page.Type("Write a comment", "So do I.");
        await page.Find(".comment-box [data-publish]").ClickAsync();

        await page.Shows(() => page.FindAll("[data-comment] .prose").Any(c => c.TextContent.Trim() == "So do I."));
        Assert.Empty(page.FindAll("[data-do=later]"));
        await page.InvokeAsync(() => page.Instance.Do("around", post, all[5], null));
        Assert.NotNull(page.Comment(all[5]));
    }

    private static CommentThread Shown(OpenFeed feed, Guid post) => feed.Screen.Find(post)!.Thread!;

    private static async Task<(Guid Post, List<Guid> Comments)> Thread(Cast cast, int comments)
    {
        var post = await cast.Says(cast.Owner, "Who knows?");
        var all = new List<Guid>();
        for (var i = 0; i < comments; i++)
            all.Add(await cast.Answers(cast.Ann, post, $"Comment {i}"));
        return (post, all);
    }
}
