using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bunit;
using CsCheck;
using Intranet.App.Feeds;
using Intranet.Domain.People;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

public sealed class MarkupWalkTests
{
    private static readonly Gen<(int Act, int Who, int Which)[]> Walks = Gen.Select(Gen.Int[0, 25], Gen.Int[0, 3], Gen.Int[0, 99]).Array[
        4,
        20
    ];

    [Theory, OnBoth]
    public async Task What_a_screen_shows_after_all_that_happened_is_what_a_new_one_shows(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await Walks.SampleAsync(
            steps => Walk(cast, steps),
            iter: FeedScreenModelTests.Walked(engine == Engine.Sqlite ? 6 : 2),
            threads: 1,
            print: steps => string.Join(", ", steps)
        );
    }

    private static async Task Walk(Cast cast, (int Act, int Who, int Which)[] steps)
    {
        var walk = await FeedWalk.Start(cast, older: 22);
        var first = await walk.Ask();
        (Person Who, Func<Desk, Task<IRenderedComponent<FeedPanel>>> Open)[] places =
        [
            (walk.Ann, desk => desk.Home()),
            (walk.Ben, desk => desk.Feed(walk.Room.Id)),
            (walk.Otto, desk => desk.Feed(walk.Hall.Id)),
            (walk.Owner, desk => desk.Page(first)),
        ];
        var desks = places.Select(p => new Desk(cast.Office, p.Who)).ToList();
        try
        {
            var screens = new List<IRenderedComponent<FeedPanel>>();
            foreach (var (place, desk) in places.Zip(desks))
                screens.Add(await place.Open(desk));
            await screens[1].Press(first, "comments");
            foreach (var (act, who, which) in steps)
                await walk.Act(act, who, which);
            for (var i = 0; i < screens.Count; i++)
                await SameAsNew(cast, places[i].Who, places[i].Open, screens[i], first);
        }
        finally
        {
            foreach (var desk in desks)
                await desk.DisposeAsync();
        }
    }

    private static async Task SameAsNew(
        Cast cast,
        Person who,
        Func<Desk, Task<IRenderedComponent<FeedPanel>>> open,
        IRenderedComponent<FeedPanel> screen,
        Guid first
    )
    {
        for (var left = OpenFeed.Patience; ; left -= TimeSpan.FromMilliseconds(50))
        {
            cast.Office.Clock.Advance(TimeSpan.FromSeconds(4));
            await using var desk = new Desk(cast.Office, who);
            var anew = await open(desk);
            if (
                screen.FindAll($"#comments-{first}").Count > 0
                && anew.Post(first) is not null
                && anew.FindAll($"#comments-{first}").Count == 0
            )
                await anew.Press(first, "comments");
            var (here, there) = (Content(screen.Markup), Content(anew.Markup));
            // Which post the first page ends with depends on what was there when it was opened.
            var shared = Math.Min(here.Count, there.Count);
            var same = here.Take(shared).SequenceEqual(there.Take(shared)) && (shared > 0 || here.Count == there.Count);
            if (same)
                return;
            if (left <= TimeSpan.Zero)
                Assert.Equal(there.Take(shared), here.Take(shared));
            await Task.Delay(50);
        }
    }

    /// <summary>The posts as markup, without what rightly differs: the moment it was drawn, what was read before, and how many are in the space.</summary>
    private static List<string> Content(string markup)
    {
        var posts = new HtmlParser().ParseDocument(markup).QuerySelectorAll("article[data-post]").ToList();
        foreach (var post in posts)
        {
            post.ClassName = "post";
            foreach (var part in post.QuerySelectorAll("*").Prepend(post))
            foreach (var name in part.Attributes.Select(a => a.Name).Where(n => n.StartsWith("blazor:", StringComparison.Ordinal)).ToList())
                part.RemoveAttribute(name);
            foreach (var time in post.QuerySelectorAll("time"))
                time.TextContent = "";
            foreach (var seen in post.QuerySelectorAll(".seen-by"))
                seen.TextContent = seen.TextContent.Split(" of ")[0];
        }
        return [.. posts.Select(p => p.OuterHtml)];
    }
}
