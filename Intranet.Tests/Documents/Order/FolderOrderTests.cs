using Intranet.App.Documents;
using Intranet.App.Documents.Order;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Order;

public sealed class FolderOrderTests
{
    private static readonly string[] Sorts = ["name", "-name", "changed", "-changed", "size", "-size", "type", "-type"];

    [Theory, OnBoth]
    public async Task Each_order_pages_on_after_the_last_line_and_loses_nothing(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await Fill(shelf);
        foreach (var sort in Sorts)
        {
            var wish = FolderWish.Of(sort, null, null);
            var whole = await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, null, wish: wish);
            var paged = new List<NodeRow>();
            for (NodeRow? last = null; paged.Count < whole.Count; last = paged[^1])
                paged.AddRange((await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, null, last, 2, wish)).Take(2));

            Assert.Equal(whole.Select(r => r.Name), paged.Select(r => r.Name));
            if (wish.Compares)
                Assert.Equal(whole.Select(r => r.Name), whole.Order(Comparer<NodeRow>.Create(wish.Compare)).Select(r => r.Name));
        }
    }

    [Theory, OnBoth]
    public async Task Folders_stay_first_and_what_is_level_goes_by_name(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await Fill(shelf);

        Assert.Equal(["Alpha", "Beta", "large.txt", "a.csv", "b.txt", "c.txt"], await Sees("-size"));
        Assert.Equal(["Beta", "Alpha", "large.txt", "c.txt", "b.txt", "a.csv"], await Sees("-name"));
        Assert.Equal(["Alpha", "Beta", "large.txt", "c.txt", "b.txt", "a.csv"], await Sees("changed"));

        async Task<string[]> Sees(string sort) => [.. (await Page(shelf, FolderWish.Of(sort, null, null))).Select(r => r.Name)];
    }

    [Theory, OnBoth]
    public async Task A_filter_leaves_what_has_all_words_in_its_name_and_the_type(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await shelf.Document(shelf.Ann, "Plan of the year.txt");
        await shelf.Document(shelf.Ann, "Year of the PLAN.csv", "a,b");
        await shelf.Document(shelf.Ann, "Plan.txt");
        await shelf.Folder(shelf.Ann, "Plans of the year");

        Assert.Equal(
            ["Plans of the year", "Plan of the year.txt", "Year of the PLAN.csv"],
            (await Page(shelf, FolderWish.Of(null, " plan  year ", null))).Select(r => r.Name)
        );
        Assert.Equal(["Year of the PLAN.csv"], (await Page(shelf, FolderWish.Of(null, "plan", "table"))).Select(r => r.Name));
        Assert.Empty(await shelf.Folders.Page(shelf.Outsider.Eyes(), shelf.Room.Id, null, wish: FolderWish.Of(null, "plan", null)));
    }

    [Theory]
    [InlineData("/spaces/00000000-0000-0000-0000-000000000000/documents", null, null, null)]
    [InlineData("/spaces/00000000-0000-0000-0000-000000000000/documents", "7", " ", "nonsense")]
    [InlineData(
        "/spaces/00000000-0000-0000-0000-000000000000/documents?sort=-changed&words=a%20%26%20b&type=pdf",
        "-Changed",
        "a & b",
        "PDF"
    )]
    public void The_address_says_how_one_looks_and_nothing_else(string address, string? sort, string? words, string? type) =>
        Assert.Equal(address, FolderWish.Of(sort, words, type).At(Guid.Empty, null));

    [Fact]
    public void A_head_sorts_and_once_more_turns_round()
    {
        var once = FolderWish.Plain.Sorted(FolderOrder.Changed);
        Assert.Equal((FolderOrder.Changed, true), (once.By, once.Down));
        Assert.False(once.Sorted(FolderOrder.Changed).Down);
        Assert.True(FolderWish.Plain.Sorted(FolderOrder.Name).Down);
    }

    private static Task<List<NodeRow>> Page(Shelf shelf, FolderWish wish) =>
        shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, null, wish: wish);

    /// <summary>Made in another order than their names and sizes.</summary>
    private static async Task Fill(Shelf shelf)
    {
        foreach (var name in new[] { "Alpha", "Beta" })
            await shelf.Folder(shelf.Ann, name);
        foreach (var (name, text) in new[] { ("large.txt", "longer"), ("c.txt", "x"), ("b.txt", "x"), ("a.csv", "x") })
        {
            shelf.Office.Clock.Advance(TimeSpan.FromMinutes(1));
            await shelf.Document(shelf.Ann, name, text);
        }
    }
}
