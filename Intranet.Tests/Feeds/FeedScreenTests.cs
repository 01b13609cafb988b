using System.Text.Json;
using CsCheck;
using Intranet.App.Feeds;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

public sealed class FeedScreenTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, OnBoth]
    public async Task A_post_reaches_the_open_screens_that_may_see_it_and_no_other(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        using var ben = await Open(cast, cast.Ben, new FeedScope.Home());
        using var visitor = await Open(cast, cast.Outsider, new FeedScope.Space(cast.Room.Id));
        using var stranger = await Open(cast, cast.Outsider, new FeedScope.Home());

        var post = await cast.Says(cast.Ann, "Hello");

        await Until(() => ben.Screen.Find(post) is not null);
        Assert.Equal((0, 0), (visitor.Heard, stranger.Heard));
    }

    [Theory, OnBoth]
    public async Task Who_is_put_out_hears_nothing_more_and_what_they_had_is_gone(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await cast.Says(cast.Owner, "Before");
        using var ann = await Open(cast, cast.Ann, new FeedScope.Home());
        using var ben = await Open(cast, cast.Ben, new FeedScope.Home());
        Assert.Single(ann.Screen.Items);

        await CorrectionsTests.Expel(cast, cast.Ann);
        await Until(() => ann.Screen.Items.Count == 0);
        var heard = ann.Heard;
        var after = await cast.Says(cast.Owner, "After");

        await Until(() => ben.Screen.Find(after) is not null);
        Assert.Equal((0, heard), (ann.Screen.Items.Count, ann.Heard));
    }

    [Theory, OnBoth]
    public async Task News_wait_above_what_is_being_read(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var old = await cast.Says(cast.Owner, "Old");
        using var ben = await Open(cast, cast.Ben, new FeedScope.Home());
        ben.Screen.AtTop = false;

        var news = await cast.Says(cast.Ann, "New");
        var own = await cast.Says(cast.Ben, "Mine");

        await Until(() => ben.Screen.Waiting.Count == 1 && ben.Screen.Find(own) is not null);
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
        using var ann = await Open(cast, cast.Ann, new FeedScope.Space(hall.Id));
        Assert.NotNull(ann.Screen.Find(shared)!.Quote);

        await cast.Corrections.Remove(cast.Ann.Eyes(), source);

        await Until(() => ann.Screen.Find(shared) is { Quote: null });
    }

    [Theory, OnBoth]
    public async Task Scrolling_far_keeps_a_bounded_number_of_posts(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        for (var i = 0; i < FeedScreen.Most + 30; i++)
            await cast.Says(cast.Ann, $"Post {i}");
        using var ben = await Open(cast, cast.Ben, new FeedScope.Home());
        while (ben.Screen.HasOlder)
            await ben.Screen.Older();

        Assert.Equal((FeedScreen.Most, true), (ben.Screen.Items.Count, ben.Screen.Cut));
        await ben.Screen.ShowWaiting();
        Assert.Equal((FeedPages.Length, false), (ben.Screen.Items.Count, ben.Screen.Cut));
    }

    [Theory, OnBoth]
    public async Task What_was_open_and_heard_everything_equals_what_is_opened_now(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await Gen.Select(Gen.Int[0, 10], Gen.Int[0, 2], Gen.Int[0, 99])
            .Array[4, 25]
            .SampleAsync(
                async steps =>
                {
                    using var home = await Open(cast, cast.Ann, new FeedScope.Home());
                    using var room = await Open(cast, cast.Ben, new FeedScope.Space(cast.Room.Id));
                    var first = await cast.Says(cast.Owner, "The first", PostKind.Question);
                    foreach (var screen in new[] { home, room })
                    {
                        await Until(() => screen.Screen.Find(first) is not null);
                        await screen.Screen.OpenThread(first);
                    }

                    foreach (var (act, who, which) in steps)
                        await Act(cast, new[] { cast.Owner, cast.Ann, cast.Ben }[who], act, which);

                    await SameAsFresh(cast, cast.Ann, new FeedScope.Home(), home.Screen, first);
                    await SameAsFresh(cast, cast.Ben, new FeedScope.Space(cast.Room.Id), room.Screen, first);
                },
                iter: engine == Engine.Sqlite ? 12 : 4,
                threads: 1
            );
    }

    private static async Task Act(Cast cast, Person who, int act, int which)
    {
        var eyes = who.Eyes();
        var posts = (await cast.Pages.Read(eyes, new FeedScope.Space(cast.Room.Id), length: 12)).Items;
        var post = posts[which % posts.Count].Card;
        var answers = (await cast.Pages.Answers(eyes, post.Id)).Comments.Where(c => !c.Card.Removed).ToList();
        var answer = answers.Count == 0 ? (Guid?)null : answers[which % answers.Count].Id;
        try
        {
            await (
                act switch
                {
                    0 or 1 => cast.Says(
                        who,
                        $"Said {which}",
                        which % 7 == 0 && who == cast.Owner ? PostKind.Announcement : PostKind.Update
                    ),
                    2 or 3 => cast.Answers(who, post.Id, $"Answer {which}", which % 2 == 0 ? answer : null),
                    4 => cast.Reactions.React(eyes, post.Id, null, (ReactionKind)(which % 5), which % 3 > 0),
                    5 => cast.Reactions.React(eyes, post.Id, answer, (ReactionKind)(which % 5), which % 3 > 0),
                    6 => cast.Corrections.Edit(eyes, post.Id, $"Title {which}", $"Edited {which}"),
                    7 => answer is { } id ? cast.Corrections.RemoveComment(eyes, id) : cast.Corrections.Remove(eyes, post.Id),
                    8 => cast.Corrections.Pin(eyes, post.Id, which % 2 == 0),
                    9 => cast.Comments.Accept(eyes, post.Id, answer),
                    _ => cast.Office.Get<Keepsakes>().Save(eyes, post.Id, which % 2 == 0),
                }
            );
        }
        catch (Refusal)
        {
            // Random people try what they may not; nothing happens then, on any screen.
        }
    }

    private static async Task SameAsFresh(Cast cast, Person who, FeedScope scope, FeedScreen screen, Guid thread)
    {
        var fresh = new FeedScreen(cast.Pages, who.Eyes(), scope);
        await fresh.Load();
        if (fresh.Find(thread) is not null)
            await fresh.OpenThread(thread);
        var wanted = Written(fresh);
        var deadline = Patience;
        while (Written(screen) != wanted && deadline > TimeSpan.Zero)
        {
            await Task.Delay(20);
            deadline -= TimeSpan.FromMilliseconds(20);
        }
        Assert.Equal(wanted, Written(screen));
    }

    /// <summary>What the screen shows, to compare; what a person saved here is their own act on another screen and tells nobody.</summary>
    private static string Written(FeedScreen screen) =>
        JsonSerializer.Serialize(
            screen
                .Items.Take(FeedPages.Length)
                .Select(i => new
                {
                    i.Card,
                    Mine = i.Mine with
                    {
                        Saved = false,
                    },
                    i.Quote,
                    i.Held,
                    Thread = i.Thread?.Comments,
                })
        );

    private static async Task<Opened> Open(Cast cast, Person viewer, FeedScope scope)
    {
        var opened = new Opened(new FeedScreen(cast.Pages, viewer.Eyes(), scope));
        opened.Ear = cast.Office.Get<FeedWire>().Join(viewer.Id, scope, opened.Hear);
        await opened.Screen.Load();
        return opened;
    }

    private static async Task Until(Func<bool> met)
    {
        var waited = TimeSpan.Zero;
        while (!met())
        {
            Assert.True(waited < Patience, "It did not happen in time.");
            await Task.Delay(10);
            waited += TimeSpan.FromMilliseconds(10);
        }
    }

    private sealed class Opened(FeedScreen screen) : IDisposable
    {
        public FeedScreen Screen { get; } = screen;
        public IDisposable? Ear { get; set; }
        public int Heard { get; private set; }

        public Task Hear(IReadOnlyList<FeedNews>? news)
        {
            Heard += news?.Count ?? 0;
            return Screen.Hear(news);
        }

        public void Dispose() => Ear?.Dispose();
    }
}
