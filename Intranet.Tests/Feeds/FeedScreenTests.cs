using Intranet.App.Feeds;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

public sealed class FeedScreenTests
{
    [Theory, OnBoth]
    public async Task A_post_reaches_the_open_screens_that_may_see_it_and_no_other(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        using var ben = await OpenFeed.Of(cast, cast.Ben, new FeedScope.Home());
        using var visitor = await OpenFeed.Of(cast, cast.Outsider, new FeedScope.Space(cast.Room.Id));
        using var stranger = await OpenFeed.Of(cast, cast.Outsider, new FeedScope.Home());

        var post = await cast.Says(cast.Ann, "Hello");

        await OpenFeed.Until(() => ben.Screen.Find(post) is not null);
        Assert.Equal((0, 0), (visitor.Heard, stranger.Heard));
    }

    [Theory, OnBoth]
    public async Task Who_is_put_out_hears_nothing_more_and_what_they_had_is_gone(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await cast.Says(cast.Owner, "Before");
        using var ann = await OpenFeed.Of(cast, cast.Ann, new FeedScope.Home());
        using var ben = await OpenFeed.Of(cast, cast.Ben, new FeedScope.Home());
        Assert.Single(ann.Screen.Items);

        await CorrectionsTests.Expel(cast, cast.Ann);
        await OpenFeed.Until(() => ann.Screen.Items.Count == 0);
        var heard = ann.Heard;
        var after = await cast.Says(cast.Owner, "After");

        await OpenFeed.Until(() => ben.Screen.Find(after) is not null);
        Assert.Equal((0, heard), (ann.Screen.Items.Count, ann.Heard));
    }

    [Theory, OnBoth]
    public async Task News_wait_above_what_is_being_read(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var old = await cast.Says(cast.Owner, "Old");
        using var ben = await OpenFeed.Of(cast, cast.Ben, new FeedScope.Home());
        ben.Screen.AtTop = false;

        var news = await cast.Says(cast.Ann, "New");
        var own = await cast.Says(cast.Ben, "Mine");

        await OpenFeed.Until(() => ben.Screen.Waiting.Count == 1 && ben.Screen.Find(own) is not null);
        Assert.Equal([own, old], ben.Screen.Items.Select(i => i.Id));
        await ben.Screen.ShowWaiting();
        Assert.Equal([own, news, old], ben.Screen.Items.Select(i => i.Id));
    }

    [Theory, OnBoth]
    public async Task A_quote_vanishes_from_open_screens_with_its_source(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var hall = await cast.Office.Room("Hall", Openness.Open, cast.Ann, cast.Outsider);
        var source = await cast.Says(cast.Ann, "The plan stands.");
        var shared = await cast.Posts.Share(cast.Ann.Eyes(), source, hall.Id, "Look", cast.Key());
        using var ann = await OpenFeed.Of(cast, cast.Ann, new FeedScope.Space(hall.Id));
        Assert.NotNull(ann.Screen.Find(shared)!.Quote);

        await cast.Corrections.Remove(cast.Ann.Eyes(), source);

        await OpenFeed.Until(() => ann.Screen.Find(shared) is { Quote: null });
    }

    [Theory, OnBoth]
    public async Task Scrolling_far_keeps_a_bounded_number_of_posts(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        for (var i = 0; i < FeedScreen.Most + 30; i++)
            await cast.Says(cast.Ann, $"Post {i}");
        using var ben = await OpenFeed.Of(cast, cast.Ben, new FeedScope.Home());
        while (ben.Screen.HasOlder)
            await ben.Screen.Older();

        Assert.Equal((FeedScreen.Most, true), (ben.Screen.Items.Count, ben.Screen.Cut));
        await ben.Screen.ShowWaiting();
        Assert.Equal((FeedPages.First, false), (ben.Screen.Items.Count, ben.Screen.Cut));
    }

    [Theory, OnBoth]
    public async Task An_announcement_stands_by_its_age_once_the_top_was_let_go(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var ids = new List<Guid>();
        for (var i = 0; i < 30; i++)
            ids.Insert(0, i == 10 ? await cast.Says(cast.Owner, "Hear", PostKind.Announcement) : await cast.Says(cast.Ann, $"Post {i}"));
        using var ben = await OpenFeed.Of(cast, cast.Ben, new FeedScope.Home(), most: 25);
        Assert.True(ben.Screen.Items[0].Held);

        await ben.Screen.Older();

        Assert.Equal(ids.Take(FeedPages.First + FeedPages.Length).TakeLast(25), ben.Screen.Items.Select(i => i.Id));
        Assert.DoesNotContain(ben.Screen.Items, i => i.Held);
    }
}
