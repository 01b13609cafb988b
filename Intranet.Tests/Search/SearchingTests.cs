using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.App.Search;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.Feeds;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Search;

public sealed class SearchingTests
{
    private static async Task<IReadOnlyList<Hit>> Texts(Cast cast, Person viewer, string text, bool best = false) =>
        (await cast.Office.Get<Searching>().Find(viewer.Eyes(), text, best: best)).Texts;

    [Theory, OnBoth]
    public async Task Who_is_called_so_comes_before_whom_it_is_said_of(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var carla = await cast.Office.Employee("Carla Monfort");
        var mara = await cast.Office.Employee("Mara Zilic");
        var about = await cast.Office.Room("Campaigns", Openness.Open, carla);
        var market = await cast.Office.Room("Market", Openness.Open, carla);
        await cast.Office.Store.Write(
            carla.Eyes(),
            async work =>
            {
                await work.Db.People.Where(p => p.Id == carla.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Title, "Marketing"));
                await work.Db.Spaces.Where(s => s.Id == about.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Description, "Marketing"));
            }
        );

        var found = await cast.Office.Get<Searching>().Suggest(carla.Eyes(), "mar");

        Assert.Equal([mara.Id, carla.Id], found.People.Select(h => h.Id));
        Assert.Equal([market.Id, about.Id], found.Spaces.Select(h => h.Id));
    }

    [Theory, OnBoth]
    public async Task A_text_is_found_by_all_its_words_the_last_one_unfinished_and_without_regard_to_accents(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "The café by the **harbour** opens at nine", title: "Where to eat");
        var comment = await cast.Answers(cast.Ben, post, "I prefer the Überlandbahn canteen");

        Assert.Equal(post, Assert.Single(await Texts(cast, cast.Ben, "CAFE harb")).Id);
        Assert.Equal(post, Assert.Single(await Texts(cast, cast.Ben, "eat café")).Id);
        Assert.Equal(comment, Assert.Single(await Texts(cast, cast.Ben, "uberland")).Id);
        Assert.Empty(await Texts(cast, cast.Ben, "cafe nowhere"));
        Assert.Empty(await Texts(cast, cast.Ben, "harb cafe"));
    }

    [Theory, OnBoth]
    public async Task What_is_shown_is_plain_text_with_the_words_marked(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await cast.Says(cast.Ann, $"{string.Concat(Enumerable.Repeat("before ", 60))} the **Café** <b>& bar</b> {new string('x', 400)}");

        var said = Assert.Single(await Texts(cast, cast.Ben, "cafe")).Said!;

        Assert.Contains(said.Parts(), p => p == ("Café", true));
        Assert.DoesNotContain("**", said.Text);
        Assert.StartsWith("… ", said.Text);
        Assert.True(said.Text.Length < 300);
    }

    [Theory, OnBoth]
    public async Task An_edit_a_removal_and_an_undo_are_known_at_once(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "gearbox");
        var comment = await cast.Answers(cast.Ben, post, "bearing");

        await cast.Corrections.Edit(cast.Ann.Eyes(), post, null, "rotor");
        Assert.Empty(await Texts(cast, cast.Ben, "gearbox"));
        Assert.Equal(post, Assert.Single(await Texts(cast, cast.Ben, "rotor")).Id);

        await cast.Corrections.Remove(cast.Ann.Eyes(), post);
        Assert.Empty(await Texts(cast, cast.Ben, "rotor"));
        Assert.Empty(await Texts(cast, cast.Ben, "bearing"));

        await cast.Corrections.Restore(cast.Ann.Eyes(), post);
        Assert.Equal(comment, Assert.Single(await Texts(cast, cast.Ben, "bearing")).Id);
        await cast.Corrections.RemoveComment(cast.Ben.Eyes(), comment);
        Assert.Empty(await Texts(cast, cast.Ben, "bearing"));
        Assert.Single(await Texts(cast, cast.Ben, "rotor"));
    }

    [Theory, OnBoth]
    public async Task Pages_follow_each_other_from_the_newest_without_gap_or_repetition(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var said = new List<Guid>();
        for (var i = 0; i < 7; i++)
            said.Add(await cast.Says(cast.Ann, $"turbine number {i}"));
        var searching = cast.Office.Get<Searching>();

        var seen = new List<Guid>();
        FeedKey? next = null;
        do
        {
            var page = await searching.Find(cast.Ben.Eyes(), "turbine", SearchKind.Posts, next, limit: 3);
            Assert.InRange(page.Texts.Count, 1, 3);
            if (next is null)
                Assert.Equal("7", page.TextCount.ToString());
            seen.AddRange(page.Texts.Select(h => h.Id));
            next = page.Next;
        } while (next is not null);

        Assert.Equal(said.AsEnumerable().Reverse(), seen);
    }

    [Theory, OnBoth]
    public async Task The_best_match_comes_first_when_asked_for(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var best = await cast.Says(cast.Ann, "turbine", title: "Turbine");
        var other = await cast.Says(cast.Ann, "A long story in which a turbine is named once among very many other words about lunch");

        Assert.Equal([other, best], (await Texts(cast, cast.Ben, "turbine")).Select(h => h.Id));
        Assert.Equal([best, other], (await Texts(cast, cast.Ben, "turbine", best: true)).Select(h => h.Id));
    }

    [Theory, OnBoth]
    public async Task The_palette_finds_people_spaces_and_posts_by_name_alone(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var titled = await cast.Says(cast.Ann, "body", title: "Léa explains the turbine");
        await cast.Says(cast.Ann, "turbine in the text only", title: "Other");
        await cast.Says(cast.Ann, "turbine without a title");
        var lea = await cast.Office.Employee("Léa Öztürk");

        var found = await cast.Office.Get<Searching>().Suggest(cast.Ben.Eyes(), "turbi");
        Assert.Equal([titled], found.Texts.Select(h => h.Id));
        Assert.Equal([cast.Room.Id], found.Spaces.Select(h => h.Id));
        Assert.Equal([lea.Id], (await cast.Office.Get<Searching>().Suggest(cast.Ben.Eyes(), "lea o")).People.Select(h => h.Id));
        Assert.Equal([lea.Id], (await cast.Office.Get<Searching>().Suggest(cast.Ben.Eyes(), "oz")).People.Select(h => h.Id));
    }

    [Theory, OnBoth]
    public async Task What_was_written_before_the_index_and_past_the_product_is_found_too(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "windward");
        var at = new DateTimeOffset(2019, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var imported = Guid.CreateVersion7();
        await cast.Office.Store.Write(
            Viewer.Nobody,
            work =>
                work.Db.Insert(
                    "Posts",
                    [
                        "Id",
                        "SpaceId",
                        "AuthorId",
                        "Kind",
                        "Markdown",
                        "Html",
                        "Excerpt",
                        "RendererVersion",
                        "ClientKey",
                        "At",
                        "CommentCount",
                    ],
                    "",
                    [
                        [imported, cast.Room.Id, cast.Ann.Id, 0, "windward", "<p>windward</p>", "windward", 1, "imported", at, 0],
                    ]
                )
        );
        Assert.Equal([post, imported], (await Texts(cast, cast.Ben, "windward")).Select(h => h.Id));
        await cast.Office.Get<Databases>().Migrate();
        Assert.Equal([post, imported], (await Texts(cast, cast.Ben, "windward")).Select(h => h.Id));
    }

    [Theory, OnBoth]
    public async Task A_search_that_found_nothing_is_recorded_without_its_words(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await cast.Office.Get<Searching>().Missed(cast.Ann.Eyes());

        var act = await cast.Office.Store.Read(Viewer.Nobody, db => db.Activities.SingleAsync(a => a.Verb == Verb.Searched));

        Assert.Equal((cast.Ann.Id, null, null), (act.ActorId!.Value, act.SpaceId, act.ThingId));
    }
}
