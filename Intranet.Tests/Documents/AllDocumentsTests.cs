using Intranet.App.Documents;
using Intranet.App.Documents.Order;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

public sealed class AllDocumentsTests
{
    [Theory, OnBoth]
    public async Task They_come_in_the_order_one_wishes_and_by_what_one_looks_for(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        foreach (var (name, text) in new[] { ("b.txt", "longest of all"), ("a.csv", "x;y"), ("c.md", "middle") })
        {
            await shelf.Document(shelf.Ann, name, text);
            shelf.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["c.md", "a.csv", "b.txt"], await Names(new()));
        Assert.Equal(["a.csv", "b.txt", "c.md"], await Names(new(Order: DocumentOrder.Name)));
        Assert.Equal(["b.txt", "c.md", "a.csv"], await Names(new(Order: DocumentOrder.Size)));
        Assert.Equal(["a.csv"], await Names(new(Sort: DocumentSort.Table)));
        Assert.Equal(["c.md", "b.txt"], await Names(new(Sort: DocumentSort.Text)));
        foreach (var other in Enum.GetValues<DocumentSort>().Except([DocumentSort.Table, DocumentSort.Text]))
            Assert.Empty(await Names(new(Sort: other)));
        Assert.Equal(["c.md"], await Names(new(Text: "C.")));
        Assert.Equal(3, (await Names(new(SpaceId: shelf.Room.Id))).Length);
        Assert.Empty(await Names(new(SpaceId: Guid.CreateVersion7())));
        Assert.Equal(["Turbine"], (await shelf.Office.Get<AllDocuments>().Places(shelf.Ann.Eyes())).Select(p => p.Name));
        Assert.Empty(await shelf.Office.Get<AllDocuments>().Places(shelf.Outsider.Eyes()));

        Task<string[]> Names(DocumentWish wish) => Found(shelf, shelf.Ben, wish);
    }

    [Theory, OnBoth]
    public async Task Recent_is_what_I_opened_and_starred_is_what_I_marked_and_nobody_else_sees_either(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (a, b) = (await shelf.Document(shelf.Ann, "a.txt"), await shelf.Document(shelf.Ann, "b.txt"));
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        var (recent, starred) = (new DocumentWish(Pick: DocumentPick.Recent), new DocumentWish(Pick: DocumentPick.Starred));
        foreach (var paper in new[] { a, b, a })
        {
            await shelf.Downloads.Opened(shelf.Ben.Eyes(), (await shelf.Downloads.Find(shelf.Ben.Eyes(), paper, null))!);
            shelf.Office.Clock.Advance(TimeSpan.FromMinutes(2));
        }
        var stars = shelf.Office.Get<Stars>();
        foreach (var node in new[] { b, b, folder })
            await stars.Set(shelf.Ben.Eyes(), node, true);

        Assert.Equal(["a.txt", "b.txt"], await Found(shelf, shelf.Ben, recent));
        Assert.Equal(["b.txt", "Plans"], await Found(shelf, shelf.Ben, starred with { Order = DocumentOrder.Name }));
        Assert.True(await stars.Has(shelf.Ben.Eyes(), b));
        Assert.False(await stars.Has(shelf.Ann.Eyes(), b));
        foreach (var other in new[] { shelf.Ann, shelf.Outsider })
        {
            Assert.Empty(await Found(shelf, other, recent));
            Assert.Empty(await Found(shelf, other, starred));
        }

        await stars.Set(shelf.Ben.Eyes(), b, false);
        await stars.Set(shelf.Ben.Eyes(), b, false);
        Assert.Equal(["Plans"], await Found(shelf, shelf.Ben, starred));
        await shelf.Papers.Remove(shelf.Ann.Eyes(), folder);
        Assert.Empty(await Found(shelf, shelf.Ben, starred));
    }

    [Theory, OnBoth]
    public async Task Who_may_not_see_a_document_can_not_mark_it_and_who_left_finds_nothing_of_it(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "a.txt");
        var stars = shelf.Office.Get<Stars>();
        await stars.Set(shelf.Ben.Eyes(), paper, true);
        await shelf.Downloads.Opened(shelf.Ben.Eyes(), (await shelf.Downloads.Find(shelf.Ben.Eyes(), paper, null))!);

        var there = await Assert.ThrowsAsync<Refusal>(() => stars.Set(shelf.Outsider.Eyes(), paper, true));
        var nowhere = await Assert.ThrowsAsync<Refusal>(() => stars.Set(shelf.Outsider.Eyes(), Guid.CreateVersion7(), true));
        Assert.Equal(nowhere.Message, there.Message);
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);

        foreach (var pick in Enum.GetValues<DocumentPick>())
            Assert.Empty(await Found(shelf, shelf.Ben, new(Pick: pick)));
        Assert.False(await stars.Has(shelf.Ben.Eyes(), paper));
    }

    private static async Task<string[]> Found(Shelf shelf, Domain.People.Person who, DocumentWish wish) =>
        [.. (await shelf.Office.Get<AllDocuments>().Page(who.Eyes(), wish)).Select(row => row.Name)];
}
