using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.App.Feeds;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Shelf = Intranet.Tests.Documents.Shelf;

namespace Intranet.Tests.Feeds;

/// <summary>The documents under texts that stand on open screens.</summary>
public sealed class EnclosuresLiveTests
{
    [Theory, OnBoth]
    public async Task An_open_feed_shows_the_new_version_the_new_name_and_that_it_went(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var folder = await shelf.Folder(shelf.Ann, "Drafts");
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one", folder);
        using var ben = await Open(shelf, shelf.Ben, new FeedScope.Home());
        var post = await Says(shelf, shelf.Room, $"See [it](/documents/{paper})");
        await Shows(e => e is { Number: 1, Name: "Plan.txt" });

        await shelf.Bring(shelf.Ann, "Plan.txt", "two", folder, SameName.NewVersion);
        await Shows(e => e.Number == 2);
        await shelf.Papers.Rename(shelf.Ann.Eyes(), paper, "May.txt");
        await Shows(e => e.Name == "May.txt");
        await shelf.Papers.Remove(shelf.Ann.Eyes(), folder);
        await Shows(e => e.Gone);
        await shelf.Papers.Restore(shelf.Ann.Eyes(), folder);
        await Shows(e => !e.Gone);
        await shelf.Office.Get<Corrections>().Edit(shelf.Ann.Eyes(), post, null, "No plan");
        await OpenFeed.Until(() => ben.Screen.Find(post) is { Enclosed: null });

        Task Shows(Func<Enclosure, bool> met) => OpenFeed.Until(() => ben.Screen.Find(post)?.Enclosed?.Seen is [var shown] && met(shown));
    }

    [Theory, OnBoth]
    public async Task An_open_answer_shows_the_new_version_too(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one");
        var post = await Says(shelf, shelf.Room, "Where is the plan?");
        using var ben = await Open(shelf, shelf.Ben, new FeedScope.One(post));
        await ben.Screen.OpenThread(post);
        await shelf.Office.Get<Comments>().Answer(shelf.Ann.Eyes(), post, null, $"[Here](/documents/{paper})", "answer");
        await Shows(1);

        await shelf.Bring(shelf.Ann, "Plan.txt", "two", same: SameName.NewVersion);
        await Shows(2);

        Task Shows(int number) =>
            OpenFeed.Until(() => ben.Screen.Find(post)?.Thread?.Comments is [{ Enclosed.Seen: [var shown] }] && shown.Number == number);
    }

    [Theory, OnBoth]
    public async Task A_screen_that_shows_no_card_of_it_is_not_woken(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var hall = await shelf.Office.Room("Hall", Openness.Open, shelf.Ann, shelf.Outsider, shelf.Ben);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one");
        await Says(shelf, hall, "Nothing to see");
        using var ben = await Open(shelf, shelf.Ben, new FeedScope.Space(shelf.Room.Id));
        var post = await Says(shelf, hall, $"See [it](/documents/{paper})");
        using var otto = await Open(shelf, shelf.Outsider, new FeedScope.Space(hall.Id));
        using var ann = await Open(shelf, shelf.Ann, new FeedScope.Space(hall.Id));

        await shelf.Bring(shelf.Ann, "Plan.txt", "two", same: SameName.NewVersion);
        await OpenFeed.Until(() => ann.Screen.Find(post)?.Enclosed?.Seen is [{ Number: 2 }]);

        Assert.Equal(0, ben.Heard);
        // He may read the text, so he asks again, and is told nothing.
        await OpenFeed.Until(() => otto.Heard > 0);
        Assert.Empty(otto.Screen.Find(post)!.Enclosed!.Seen);
    }

    private static Task<OpenFeed> Open(Shelf shelf, Person person, FeedScope scope) => OpenFeed.Of(shelf.Office, person, scope);

    private static Task<Guid> Says(Shelf shelf, Space where, string text) =>
        shelf.Office.Get<Posts>().Publish(shelf.Ann.Eyes(), new NewPost(where.Id, PostKind.Update, null, text, shelf.Key()));
}
