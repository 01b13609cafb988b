using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Feeds;

public sealed class FeedPagesTests
{
    [Theory, OnBoth]
    public async Task Paging_by_key_shows_each_post_once_even_when_many_share_a_moment(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var other = await cast.Office.Room("Other", Openness.Secret, cast.Ann);
        var hidden = await cast.Office.Room("Hidden", Openness.Secret, cast.Owner);
        var written = new List<Guid>();
        for (var i = 0; i < 30; i++)
        {
            written.Add(
                await cast.Posts.Publish(
                    cast.Ann.Eyes(),
                    i % 3 == 0 ? other.Id : cast.Room.Id,
                    PostKind.Update,
                    null,
                    $"#turn {i}",
                    cast.Key()
                )
            );
            await cast.Posts.Publish(cast.Owner.Eyes(), hidden.Id, PostKind.Update, null, $"#turn {i}", cast.Key());
            if (i % 10 == 9)
                cast.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        foreach (var scope in new FeedScope[] { new FeedScope.Home(), new FeedScope.Topic("turn"), new FeedScope.By(cast.Ann.Id) })
            Assert.Equal(written.Order(), (await All(cast, scope)).Order());
        Assert.Equal(20, (await All(cast, new FeedScope.Space(cast.Room.Id))).Count);
        Assert.Empty(await All(cast, new FeedScope.Space(hidden.Id)));
    }

    [Theory, OnBoth]
    public async Task Home_is_ones_own_spaces_a_visit_may_be_any_open_one(Engine engine)
    {
        await using var cast = await Cast.In(engine, Openness.Open);
        var post = await cast.Says(cast.Ann, "Hello");

        Assert.Empty((await cast.Pages.Read(cast.Outsider.Eyes(), new FeedScope.Home())).Items);
        Assert.Equal([post], (await cast.Pages.Read(cast.Outsider.Eyes(), new FeedScope.Space(cast.Room.Id))).Items.Select(i => i.Id));
    }

    [Theory, OnBoth]
    public async Task An_announcement_stays_on_top_of_home_and_of_its_space_until_it_was_seen(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var pinned = await cast.Says(cast.Ann, "Rules");
        await cast.Corrections.Pin(cast.Owner.Eyes(), pinned, true);
        var announcement = await cast.Says(cast.Owner, "Hear", PostKind.Announcement);
        for (var i = 0; i < FeedPages.First + 2; i++)
            await cast.Says(cast.Ann, $"Chatter {i}");

        var (home, space) = (new FeedScope.Home(), new FeedScope.Space(cast.Room.Id));
        Assert.Equal([announcement], await OnTop(cast, cast.Ben, home));
        Assert.Equal([announcement, pinned], await OnTop(cast, cast.Ben, space));
        Assert.Equal([pinned], await OnTop(cast, cast.Owner, space));
        Assert.Empty(await OnTop(cast, cast.Outsider, space));
        Assert.DoesNotContain((await cast.Pages.Read(cast.Outsider.Eyes(), new FeedScope.Home())).Items, i => i.Id == announcement);
        cast.Office.Get<SeenMarks>().Mark(cast.Ben.Eyes(), [announcement]);
        await cast.Office.Get<SeenMarks>().Flush();
        Assert.Empty(await OnTop(cast, cast.Ben, home));
        Assert.Equal([pinned], await OnTop(cast, cast.Ben, space));
        Assert.Equal([announcement, pinned], await OnTop(cast, cast.Ann, space));
    }

    private static async Task<IEnumerable<Guid>> OnTop(Cast cast, Person viewer, FeedScope scope) =>
        (await cast.Pages.Read(viewer.Eyes(), scope)).Items.Where(i => i.Held).Select(i => i.Id);

    [Theory, OnBoth]
    public async Task Saved_posts_leave_the_list_with_the_right_to_see_them(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Owner, "Keep this");
        await cast.Office.Get<Keepsakes>().Save(cast.Ann.Eyes(), post, true);

        Assert.Equal([post], await All(cast, new FeedScope.Saved()));
        await CorrectionsTests.Expel(cast, cast.Ann);
        Assert.Empty(await All(cast, new FeedScope.Saved()));
    }

    [Theory]
    [OnBoth(Openness.Open)]
    [OnBoth(Openness.Closed)]
    [OnBoth(Openness.Unlisted)]
    [OnBoth(Openness.Secret)]
    public async Task The_audience_of_many_is_the_rule_of_sight_of_each(Engine engine, Openness openness)
    {
        await using var cast = await Cast.In(engine, openness);
        var guest = await cast.Office.Guest("Gina Guest");
        var inside = await cast.Office.Guest("Gus Inside");
        var room = await cast.Office.Room("Second", openness, cast.Owner, inside);
        var leaver = await cast.Office.Employee("Lea Leaver");
        await cast.Office.Store.Write(
            Viewer.Nobody,
            work =>
            {
                work.Db.People.Attach(leaver);
                leaver.Deactivate(work.Now);
                return Task.CompletedTask;
            }
        );
        Guid[] viewers = [cast.Owner.Id, cast.Ann.Id, cast.Outsider.Id, guest.Id, inside.Id, leaver.Id, Guid.NewGuid()];

        var audience = await cast.Office.Store.Read(Viewer.Nobody, db => Audience.Of(db, room.Id, viewers));

        foreach (var viewer in viewers)
        {
            var sees = await cast.Office.Store.Read(
                new Viewer(viewer),
                db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AnyAsync(db.Spaces, s => s.Id == room.Id)
            );
            Assert.Equal(sees, audience.Sees(viewer));
        }
    }

    private static async Task<List<Guid>> All(Cast cast, FeedScope scope)
    {
        var all = new List<Guid>();
        FeedKey? next = null;
        do
        {
            var stretch = await cast.Pages.Read(cast.Ann.Eyes(), scope, next, most: 7);
            all.AddRange(stretch.Items.Select(i => i.Id));
            next = stretch.Next;
        } while (next is not null);
        return all;
    }
}
