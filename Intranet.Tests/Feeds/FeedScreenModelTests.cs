using System.Text.Json;
using CsCheck;
using Intranet.App.Feeds;
using Intranet.Domain.People;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

public sealed class FeedScreenModelTests
{
    /// <summary>So few posts that scrolling soon lets the newest go.</summary>
    private const int FewHeld = 25;

    private static readonly Gen<(int Older, (int Act, int Who, int Which)[] Steps)> Walks = Gen.Select(
        Gen.Int[0, 3].Select(i => new[] { 0, 3, 19, 50 }[i]),
        Gen.Select(Gen.Int[0, 31], Gen.Int[0, 3], Gen.Int[0, 99]).Array[4, 30]
    );

    [Theory, OnBoth]
    public async Task What_was_open_and_heard_everything_equals_what_is_opened_now(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await Walks.SampleAsync(
            walk => Walk(cast, walk.Older, walk.Steps),
            iter: Walked(engine == Engine.Sqlite ? 12 : 4),
            threads: 1,
            print: walk => $"{walk.Older}: {string.Join(", ", walk.Steps)}"
        );
    }

    /// <summary>How often to walk; more for once with CsCheck_Iter=300.</summary>
    internal static int Walked(int usually) => Environment.GetEnvironmentVariable("CsCheck_Iter") is null ? usually : -1;

    private static async Task Walk(Cast cast, int older, (int Act, int Who, int Which)[] steps)
    {
        var walk = await FeedWalk.Start(cast, older);
        var first = await walk.Ask();
        (Person Who, FeedScope Scope, int Most)[] places =
        [
            (walk.Ann, new FeedScope.Home(), FeedScreen.Most),
            (walk.Ann, new FeedScope.Home(), FewHeld),
            (walk.Ben, new FeedScope.Space(walk.Room.Id), FeedScreen.Most),
            (walk.Owner, new FeedScope.Space(walk.Room.Id), FewHeld),
            (walk.Otto, new FeedScope.Space(walk.Hall.Id), FeedScreen.Most),
            (walk.Ben, new FeedScope.One(first), FeedScreen.Most),
            (walk.Owner, new FeedScope.By(walk.Ann.Id), FeedScreen.Most),
        ];
        var screens = new List<OpenFeed>();
        try
        {
            foreach (var (who, scope, most) in places)
                screens.Add(await OpenFeed.Of(cast, who, scope, most));
            foreach (var open in screens.Where(s => s.Screen.Find(first) is not null))
                await open.Screen.OpenThread(first);
            foreach (var (act, who, which) in steps)
                if (act < 26)
                    await walk.Act(act, who, which);
                else
                    await Handle(screens[which % screens.Count].Screen, act, which);
            for (var i = 0; i < screens.Count; i++)
                await SameAsFresh(cast, places[i].Who, places[i].Scope, screens[i].Screen);
        }
        finally
        {
            screens.ForEach(s => s.Dispose());
        }
    }

    /// <summary>What a reader does with a screen: scrolls, looks at what came, unfolds answers.</summary>
    private static async Task Handle(FeedScreen screen, int act, int which)
    {
        var post = screen.Items.ElementAtOrDefault(which % 7);
        switch (act)
        {
            case 26:
                await screen.Older();
                break;
            case 27:
                await screen.ShowWaiting();
                break;
            case 28 or 29:
                screen.AtTop = which % 2 == 0;
                break;
            case 30 when post is not null:
                await screen.OpenThread(post.Id);
                break;
            case 31 when post is not null:
                await screen.CloseThread(post.Id);
                break;
        }
    }

    private static async Task SameAsFresh(Cast cast, Person who, FeedScope scope, FeedScreen screen)
    {
        await Equal(() => Task.CompletedTask);
        await Equal(screen.ShowWaiting);
        while (screen.HasOlder)
            await screen.Older();
        await Equal(() => Task.CompletedTask);

        async Task Equal(Func<Task> handle)
        {
            for (var left = OpenFeed.Patience; ; left -= TimeSpan.FromMilliseconds(20))
            {
                // The count of readers is told once in a while, by the clock.
                cast.Office.Clock.Advance(TimeSpan.FromSeconds(4));
                await handle();
                var (fresh, open) = Compared(await Fresh(cast, who, scope, screen), screen);
                if (fresh == open)
                    return;
                if (left <= TimeSpan.Zero)
                    Assert.Fail($"{scope} of {who.Name}: {Difference(fresh, open)}");
                await Task.Delay(20);
            }
        }
    }

    /// <summary>A screen shows the beginning of the whole feed; one that let the newest go shows a stretch of it without gaps. What waits is not shown.</summary>
    private static (string Fresh, string Open) Compared(IReadOnlyList<FeedItem> all, FeedScreen screen)
    {
        var (here, waiting) = (screen.Items, screen.Waiting.Select(w => w.Id).ToHashSet());
        if (!screen.Cut)
            return (Written(all.Where(i => !waiting.Contains(i.Id)).Take(here.Count)), Written(here));
        var flow = here.Where(i => !i.Held).Select(i => i.Card.Key).Order().ToList();
        return flow.Count == 0 ? ("", "") : (Written(Stretch(all)), Written(Stretch(here)));

        IEnumerable<FeedItem> Stretch(IEnumerable<FeedItem> items) =>
            items
                .Where(i => i.Card.Key.CompareTo(flow[0]) >= 0 && i.Card.Key.CompareTo(flow[^1]) <= 0)
                .OrderByDescending(i => i.Card.Key)
                .Select(i => i.ByAge());
    }

    /// <summary>The whole feed as it opens now, with the same answers unfolded.</summary>
    private static async Task<IReadOnlyList<FeedItem>> Fresh(Cast cast, Person who, FeedScope scope, FeedScreen like)
    {
        var fresh = new FeedScreen(cast.Pages, who.Eyes(), scope);
        await fresh.Load();
        while (fresh.HasOlder)
            await fresh.Older();
        foreach (var open in like.Items.Where(i => i.Thread is not null && fresh.Find(i.Id) is not null).ToList())
            await fresh.OpenThread(open.Id);
        return fresh.Items;
    }

    private static string Difference(string wanted, string shown)
    {
        var (fresh, open) = (wanted.Split('\n'), shown.Split('\n'));
        var at = fresh.Zip(open).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{fresh.Length} and {open.Length} posts, different at {at}\nfresh: {Line(fresh)}\nopen:  {Line(open)}";

        string Line(string[] lines) => at < lines.Length ? lines[at] : "nothing";
    }

    /// <summary>What the screen shows, to compare. How many are in the space is read with a post, and not told to everybody when one more comes.</summary>
    private static string Written(IEnumerable<FeedItem> items) =>
        string.Join(
            '\n',
            items.Select(i =>
                JsonSerializer.Serialize(
                    new
                    {
                        Card = i.Card with
                        {
                            Members = 0,
                        },
                        i.Mine,
                        i.Quote,
                        i.Held,
                        Thread = i.Thread?.Comments,
                    }
                )
            )
        );
}
