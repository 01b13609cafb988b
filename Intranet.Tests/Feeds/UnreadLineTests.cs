using Intranet.App.Feeds;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

public sealed class UnreadLineTests
{
    [Theory]
    [OnBoth(3)]
    [OnBoth(FeedPages.First)]
    [OnBoth(FeedPages.First + FeedPages.Length + 5)]
    public async Task The_line_comes_with_the_stretch_in_which_reading_ended_and_stays_there(Engine engine, int unread)
    {
        await using var cast = await Cast.In(engine);
        await Says(cast, 5);
        var last = await cast.Says(cast.Ann, "Read last");
        await Saw(cast, last);
        var newest = await Says(cast, unread);
        using var ben = await OpenFeed.Of(cast, cast.Ben, new FeedScope.Home());
        Assert.Equal(unread < FeedPages.First ? last : null, ben.Screen.Line);

        // Whoever scrolls has seen what is on top by the time older posts come.
        await Saw(cast, newest);
        while (ben.Screen.Find(last) is null)
        {
            Assert.Null(ben.Screen.Line);
            await ben.Screen.Older();
        }

        Assert.Equal(last, ben.Screen.Line);
        await cast.Says(cast.Ann, "Came since");
        await OpenFeed.Until(() => ben.Screen.Items.Count + ben.Screen.Waiting.Count > unread + 1);
        while (ben.Screen.HasOlder)
            await ben.Screen.Older();
        await ben.Screen.Hear(null);
        Assert.Equal(last, ben.Screen.Line);
    }

    [Theory, OnBoth]
    public async Task Without_anything_unread_no_line_comes_later(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await Says(cast, FeedPages.First);
        var last = await cast.Says(cast.Ann, "Read last");
        await Saw(cast, last);
        using var ben = await OpenFeed.Of(cast, cast.Ben, new FeedScope.Space(cast.Room.Id));

        var news = await cast.Says(cast.Ann, "Came since");
        await OpenFeed.Until(() => ben.Screen.Find(news) is not null);
        await ben.Screen.Older();

        Assert.Null(ben.Screen.Line);
    }

    [Theory, OnBoth]
    public async Task With_more_unread_than_a_screen_holds_the_line_still_comes_and_goes_with_its_place(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await Says(cast, 40);
        var last = await cast.Says(cast.Ann, "Read last");
        await Saw(cast, last);
        var newest = await Says(cast, 40);
        using var ben = await OpenFeed.Of(cast, cast.Ben, new FeedScope.Home(), most: 25);

        await Saw(cast, newest);
        while (ben.Screen.Find(last) is null)
            await ben.Screen.Older();

        Assert.Equal((last, 25), (ben.Screen.Line, ben.Screen.Items.Count));
        while (ben.Screen.HasOlder)
            await ben.Screen.Older();
        Assert.Null(ben.Screen.Find(last));
        Assert.Null(ben.Screen.Line);
    }

    [Theory, OnBoth]
    public async Task The_line_stays_in_its_place_when_the_post_below_it_is_removed(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var before = await cast.Says(cast.Ann, "Before");
        var last = await cast.Says(cast.Ann, "Read last");
        await Saw(cast, last);
        await Says(cast, 2);
        using var ben = await OpenFeed.Of(cast, cast.Ben, new FeedScope.Home());

        await cast.Corrections.Remove(cast.Ann.Eyes(), last);

        await OpenFeed.Until(() => ben.Screen.Find(last) is null);
        Assert.Equal(before, ben.Screen.Line);
    }

    private static async Task<Guid> Says(Cast cast, int posts)
    {
        Guid newest = default;
        for (var i = 0; i < posts; i++)
            newest = await cast.Says(cast.Ann, $"Post {i}");
        return newest;
    }

    private static async Task Saw(Cast cast, Guid post)
    {
        cast.Office.Get<SeenMarks>().Mark(cast.Ben.Eyes(), [post]);
        await cast.Office.Get<SeenMarks>().Flush();
    }
}
