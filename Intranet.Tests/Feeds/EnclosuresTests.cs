using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.App.Feeds;
using Intranet.App.Spaces;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Shelf = Intranet.Tests.Documents.Shelf;

namespace Intranet.Tests.Feeds;

public sealed class EnclosuresTests
{
    [Theory, OnBoth]
    public async Task A_text_shows_the_newest_version_of_the_document_it_links_to(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one");
        var post = await Says(shelf, shelf.Room, $"See [the plan](/documents/{paper}), [it](/documents/{paper}/1) again");
        var answer = await shelf.Office.Get<Comments>().Answer(shelf.Ben.Eyes(), post, null, $"[This](/documents/{paper})?", "answer");
        Assert.Equal(("Plan.txt", 1, 3L, "Ann Lee", false), Said(await Single(shelf, shelf.Ben, post)));

        await shelf.Bring(shelf.Ben, "Plan.txt", "longer", same: SameName.NewVersion);
        await shelf.Papers.Rename(shelf.Ann.Eyes(), paper, "May.txt");

        // Who gave it another name did not write what is in it.
        Assert.Equal(("May.txt", 2, 6L, "Ben Okoro", false), Said(await Single(shelf, shelf.Ann, post)));
        var thread = await shelf.Office.Get<FeedPages>().Answers(shelf.Guest.Eyes(), post);
        Assert.Equal(2, thread.Comments.Single(c => c.Id == answer).Enclosed!.Seen.Single().Number);
        var feed = await shelf.Office.Get<FeedPages>().Read(shelf.Ann.Eyes(), new FeedScope.Home());
        Assert.Equal("May.txt", feed.Items.Single().Enclosed!.Seen.Single().Name);
    }

    [Theory, OnBoth]
    public async Task Who_may_not_see_the_document_learns_nothing_of_it_from_the_text(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var guest = await shelf.Office.Guest("Gus Guest");
        var hall = await shelf.Office.Room("Hall", Openness.Open, shelf.Ann, shelf.Ben, guest);
        var paper = await shelf.Document(shelf.Ann, "Layoffs.txt");
        var post = await Says(shelf, hall, $"See [it](/documents/{paper})");
        Assert.Equal("Layoffs.txt", (await Single(shelf, shelf.Ben, post)).Name);

        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);

        // The one who left, an employee who was never in, and a guest of the hall: each reads the post.
        foreach (var person in new[] { shelf.Ben, shelf.Outsider, guest })
        {
            var item = await Sees(shelf, person, post);
            Assert.Contains("it", item.Card.Html);
            Assert.Empty(item.Enclosed!.Seen);
        }
        Assert.Equal("Layoffs.txt", (await Single(shelf, shelf.Ann, post)).Name);
    }

    [Theory, OnBoth]
    public async Task What_lies_in_the_trash_is_gone_for_who_may_look_there_and_is_nothing_for_others(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var hall = await shelf.Office.Room("Hall", Openness.Open, shelf.Ann, shelf.Ben);
        var folder = await shelf.Folder(shelf.Ann, "Drafts");
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one", folder);
        var post = await Says(shelf, hall, $"See [it](/documents/{paper})");

        await shelf.Papers.Remove(shelf.Ann.Eyes(), folder);
        Assert.True((await Single(shelf, shelf.Ben, post)).Gone);
        Assert.Empty((await Sees(shelf, shelf.Outsider, post)).Enclosed!.Seen);

        await shelf.Papers.Restore(shelf.Ann.Eyes(), folder);
        Assert.False((await Single(shelf, shelf.Ben, post)).Gone);
        Assert.Empty((await Sees(shelf, shelf.Outsider, post)).Enclosed!.Seen);
    }

    [Theory, OnBoth]
    public async Task A_document_carried_into_another_space_is_gone_here_and_not_shown_to_those_over_there(Engine engine)
    {
        await using var shelf = await Shelf.In(engine, openness: Openness.Closed);
        var hall = await shelf.Office.Room("Hall", Openness.Open, shelf.Ann, shelf.Ben);
        var vault = await shelf.Office.Room("Vault", Openness.Secret, shelf.Outsider, shelf.Owner);
        var paper = await shelf.Document(shelf.Owner, "Plan.txt");
        var post = await Says(shelf, hall, $"See [it](/documents/{paper})");

        await shelf.Office.Get<Copies>().Carry(shelf.Owner.Eyes(), paper, vault.Id, null, "carry");

        Assert.True((await Single(shelf, shelf.Ben, post)).Gone);
        Assert.Empty((await Sees(shelf, shelf.Outsider, post)).Enclosed!.Seen);
    }

    [Theory, OnBoth]
    public async Task Text_without_links_to_documents_asks_nothing_and_neither_folders_nor_guesses_are_shown(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var folder = await shelf.Folder(shelf.Ann, "Drafts");
        var plain = await Says(shelf, shelf.Room, "See [all](/documents) of them, and https://example.com/documents");
        var wrong = await Says(shelf, shelf.Room, $"[a](/documents/{folder}) [b](/documents/{Guid.NewGuid()})");

        Assert.Null((await Sees(shelf, shelf.Ann, plain)).Enclosed);
        Assert.Empty((await Sees(shelf, shelf.Ann, wrong)).Enclosed!.Seen);
        // Without a database there is nobody to ask.
        Assert.Empty(await Enclosures.Of(null!, [(plain, """<a href="/documents">all</a>""")]));
    }

    private static (string, int, long, string, bool) Said(Enclosure e) => (e.Name, e.Number, e.Size, e.By, e.Gone);

    private static Task<Guid> Says(Shelf shelf, Space where, string text) =>
        shelf.Office.Get<Posts>().Publish(shelf.Ann.Eyes(), new NewPost(where.Id, PostKind.Update, null, text, shelf.Key()));

    private static async Task<FeedItem> Sees(Shelf shelf, Person person, Guid post) =>
        (await shelf.Office.Get<FeedPages>().These(person.Eyes(), [post])).Single();

    private static async Task<Enclosure> Single(Shelf shelf, Person person, Guid post) =>
        (await Sees(shelf, person, post)).Enclosed!.Seen.Single();
}
