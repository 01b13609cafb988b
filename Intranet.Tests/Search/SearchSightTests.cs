using System.Text.Json;
using Intranet.App.Search;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.Feeds;
using Intranet.Tests.World;

namespace Intranet.Tests.Search;

/// <summary>What one may not see is in no answer, no count and no suggestion.</summary>
public sealed class SearchSightTests
{
    private static readonly string[] Questions = ["merger", "canary", "project", "turbine", "rosa", "a"];

    [Theory, OnBoth]
    public async Task To_an_outsider_a_world_with_a_secret_room_answers_like_one_without(Engine engine)
    {
        await using var with = await Cast.In(engine, Openness.Open);
        await using var without = await Cast.In(engine, Openness.Open);
        foreach (var cast in new[] { with, without })
        {
            for (var i = 0; i < 25; i++)
                await cast.Says(cast.Ann, $"project turbine {i}", title: $"Project {i}");
        }
        var secret = await with.Office.Room("Project canary", Openness.Secret, with.Owner, with.Ben);
        var guest = await with.Office.Guest("Rosa Guest");
        await with.Office.Room("Client merger", Openness.Secret, SpacePurpose.ClientRoom, with.Owner, guest);
        var posts = with.Posts;
        var hidden = await posts.Publish(
            with.Ben.Eyes(),
            secret.Id,
            PostKind.Update,
            "Project merger",
            "canary turbine project",
            with.Key()
        );
        await with.Answers(with.Ben, hidden, "merger canary");

        Assert.NotEmpty((await with.Office.Get<Searching>().Find(with.Ben.Eyes(), "canary")).Texts);
        foreach (var question in Questions)
            Assert.Equal(await Answers(without, without.Outsider, question), await Answers(with, with.Outsider, question));
    }

    [Theory, OnBoth]
    public async Task Who_was_put_out_finds_nothing_more_not_even_their_own_words(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await cast.Says(cast.Ann, "merger", title: "Merger plan");
        var searching = cast.Office.Get<Searching>();
        Assert.Single((await searching.Find(cast.Ann.Eyes(), "merger")).Texts);

        await CorrectionsTests.Expel(cast, cast.Ann);

        var found = await searching.Find(cast.Ann.Eyes(), "merger");
        Assert.Equal((0, 0), (found.Texts.Count, found.Count.Number));
        Assert.Empty((await searching.Find(cast.Ann.Eyes(), "merger", best: true)).Texts);
        Assert.Empty((await searching.Suggest(cast.Ann.Eyes(), "merger")).Texts);
        Assert.Single((await searching.Find(cast.Ben.Eyes(), "merger")).Texts);
    }

    [Theory, OnBoth]
    public async Task A_guest_finds_what_is_in_their_rooms_and_the_people_there(Engine engine)
    {
        await using var cast = await Cast.In(engine, Openness.Open);
        await cast.Says(cast.Ann, "merger");
        var guest = await cast.Office.Guest("Gil Guest");
        var host = await cast.Office.Employee("Olaf Host");
        var room = await cast.Office.Room("Merger room", Openness.Secret, SpacePurpose.ClientRoom, host, guest);
        var post = await cast.Posts.Publish(host.Eyes(), room.Id, PostKind.Update, null, "merger with guests", cast.Key());
        var searching = cast.Office.Get<Searching>();

        var found = await searching.Find(guest.Eyes(), "merger");

        Assert.Equal([post], found.Texts.Select(h => h.Id));
        Assert.Equal([room.Id], found.Spaces.Select(h => h.Id));
        Assert.Equal([host.Id], (await searching.Suggest(guest.Eyes(), "ol")).People.Select(h => h.Id));
        Assert.Equal(2, (await searching.Suggest(cast.Ann.Eyes(), "ol")).People.Count);
        Assert.Equal(0, (await searching.Find(default, "merger")).Count.Number);
    }

    /// <summary>Everything the outsider is told, without the ids, which differ between two worlds.</summary>
    private static async Task<string> Answers(Cast cast, Person viewer, string question)
    {
        var searching = cast.Office.Get<Searching>();
        var best = await searching.Find(viewer.Eyes(), question, best: true);
        var newest = await searching.Find(viewer.Eyes(), question);
        var typed = await searching.Suggest(viewer.Eyes(), question);
        return JsonSerializer.Serialize(
            new[] { newest, best, typed }.Select(f => new
            {
                Hits = f.People.Concat(f.Spaces).Concat(f.Texts).Select(h => (h.Kind, h.Title, h.Detail, h.Said?.Text, h.At).ToString()),
                Counts = $"{f.PeopleCount} {f.SpaceCount} {f.TextCount} {f.Next is null}",
            })
        );
    }
}
