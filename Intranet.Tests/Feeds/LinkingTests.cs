using Intranet.App.Feeds;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;
using Shelf = Intranet.Tests.Documents.Shelf;

namespace Intranet.Tests.Feeds;

public sealed class LinkingTests
{
    [Theory, OnBoth]
    public async Task A_document_in_a_text_counts_as_linked_for_who_may_see_it_and_for_nobody_else(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt");
        var open = await shelf.Office.Room("Canteen", Openness.Open, shelf.Outsider);
        var posts = shelf.Office.Get<Posts>();

        await posts.Publish(shelf.Outsider.Eyes(), new NewPost(open.Id, PostKind.Update, null, $"See [it](/documents/{paper})", "guess"));
        Assert.Empty(await Linked(shelf));
        var post = await posts.Publish(
            shelf.Ann.Eyes(),
            new NewPost(
                shelf.Room.Id,
                PostKind.Update,
                null,
                $"See [it](/documents/{paper}), [it](/documents/{paper}) and [no](/documents/{Guid.NewGuid()})",
                "one"
            )
        );
        await shelf.Office.Get<Comments>().Answer(shelf.Ben.Eyes(), post, null, $"[That](/documents/{paper}) one", "two");

        Assert.Equal([(shelf.Ann.Id, paper, shelf.Room.Id), (shelf.Ben.Id, paper, shelf.Room.Id)], await Linked(shelf));
    }

    private static async Task<List<(Guid, Guid, Guid)>> Linked(Shelf shelf) =>
        (
            await shelf.Office.Store.Read(
                shelf.Owner.Eyes(),
                db => db.Activities.Where(a => a.Verb == Verb.FileLinked).OrderBy(a => a.Id).ToListAsync()
            )
        ).ConvertAll(a => (a.ActorId!.Value, a.ThingId!.Value, a.SpaceId!.Value));
}
