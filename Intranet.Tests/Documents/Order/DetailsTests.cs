using Intranet.App.Documents;
using Intranet.App.Documents.Order;
using Intranet.App.Search;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Order;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Order;

public sealed class DetailsTests
{
    [Theory, OnBoth]
    public async Task A_tag_has_one_spelling_in_its_space_and_is_filtered_and_suggested_by_it(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (one, two) = (await shelf.Document(shelf.Ann, "one.txt"), await shelf.Folder(shelf.Ann, "Two"));
        await shelf.Document(shelf.Ann, "other.txt");
        var inner = await shelf.Document(shelf.Ann, "inner.txt", folder: two);

        await Tag(shelf, shelf.Ann, one, "Budget", "2026");
        await Tag(shelf, shelf.Ben, two, " #BUDGET ", "budget");
        await Tag(shelf, shelf.Ben, inner, "budget");

        Assert.Equal(["Budget", "2026"], (await shelf.Row(shelf.Guest, one))!.Tags);
        Assert.Equal(["Budget"], (await shelf.Row(shelf.Guest, two))!.Tags);
        Assert.Equal(["Two", "one.txt"], await Sees(shelf, FolderWish.Of(null, tag: "BUDGET")));
        Assert.Equal(["Two", "inner.txt", "one.txt"], await Sees(shelf, FolderWish.Of(null, tag: "budget", everywhere: true)));
        var found = await shelf.Folders.Page(
            shelf.Ann.Eyes(),
            shelf.Room.Id,
            null,
            wish: FolderWish.Of(null, tag: "budget", everywhere: true)
        );
        Assert.Equal([null, "Two", null], found.Select(r => r.Folder));
        Assert.Equal(["Budget", "2026"], (await Known(shelf, shelf.Ann)).Tags);

        await Tag(shelf, shelf.Ann, one);
        Assert.Equal(["Budget"], (await Known(shelf, shelf.Ann)).Tags);
        Assert.Empty((await Known(shelf, shelf.Outsider)).Tags);
    }

    [Theory, OnBoth]
    public async Task A_document_is_found_by_its_tags_and_not_any_more_when_they_are_taken_off(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "plan.txt", "gearbox");
        await Tag(shelf, shelf.Ann, paper, "Tender documents");
        Assert.Equal([paper], await Find(shelf.Guest, "tender plan"));
        Assert.Empty(await Find(shelf.Outsider, "tender"));

        await shelf.Office.Get<Librarian>().CatchUp(TestContext.Current.CancellationToken);
        Assert.Equal([paper], await Find(shelf.Guest, "tender gearbox"));

        await Tag(shelf, shelf.Ann, paper);
        Assert.Empty(await Find(shelf.Guest, "tender"));
        Assert.Equal([paper], await Find(shelf.Guest, "gearbox"));

        async Task<Guid[]> Find(Person who, string text) =>
            [.. (await shelf.Office.Get<Searching>().Find(who.Eyes(), text)).Documents.Select(h => h.Id)];
    }

    [Theory, OnBoth]
    public async Task Tags_are_few_and_short_and_what_is_the_same_is_written_once(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "plan.txt");
        await Assert.ThrowsAsync<Refusal>(() => Tag(shelf, shelf.Ann, paper, new string('x', Domain.Documents.Order.Tag.Limit + 1)));
        await Assert.ThrowsAsync<Refusal>(() =>
            Tag(shelf, shelf.Ann, paper, [.. Enumerable.Range(0, Domain.Documents.Order.Tag.Most + 1).Select(i => $"t{i}")])
        );
        foreach (var _ in Enumerable.Range(0, 2))
            await Tag(shelf, shelf.Ann, paper, "a", "b");

        Assert.Equal([Verb.FileAdded, Verb.FileDescribed], await shelf.Verbs());
    }

    [Theory, OnBoth]
    public async Task Who_may_not_file_describes_nothing(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "plan.txt");
        var column = await Column(shelf, ColumnKind.Text, "State");
        foreach (var who in new[] { shelf.Outsider, shelf.Guest })
        {
            await Assert.ThrowsAsync<Refusal>(() => Tag(shelf, who, paper, "mine"));
            await Assert.ThrowsAsync<Refusal>(() => Fill(shelf, who, paper, column, "x"));
        }
        await shelf.Versions.CheckOut(shelf.Ben.Eyes(), paper, null);
        await Assert.ThrowsAsync<Refusal>(() => Fill(shelf, shelf.Ann, paper, column, "x"));
        await Fill(shelf, shelf.Ben, paper, column, "x");
        Assert.Equal("x", (await shelf.Row(shelf.Ann, paper))!.In(column)!.Text);

        await shelf.Office.Get<Premises>().Archive(shelf.Owner.Eyes(), shelf.Room.Id);
        await Assert.ThrowsAsync<Refusal>(() => Tag(shelf, shelf.Owner, paper, "late"));
    }

    [Theory]
    [OnBoth(SpacePurpose.ClientRoom)]
    public async Task Guests_describe_in_client_rooms(Engine engine, SpacePurpose purpose)
    {
        await using var shelf = await Shelf.In(engine, purpose);
        var paper = await shelf.Document(shelf.Ann, "plan.txt");

        await Tag(shelf, shelf.Guest, paper, "seen");

        Assert.Equal(["seen"], (await shelf.Row(shelf.Ann, paper))!.Tags);
    }

    [Theory, OnBoth]
    public async Task Each_kind_of_column_takes_what_it_is_for(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "plan.txt");
        var text = await Column(shelf, ColumnKind.Text, "Note");
        var state = await Column(shelf, ColumnKind.Choice, "State", "Draft", "Final");
        var until = await Column(shelf, ColumnKind.Date, "Holds until");
        var owner = await Column(shelf, ColumnKind.Person, "In charge");

        await Fill(shelf, shelf.Ann, paper, text, "short");
        await Fill(shelf, shelf.Ann, paper, state, "FINAL");
        await Fill(shelf, shelf.Ann, paper, until, "2026-05-01");
        await Fill(shelf, shelf.Ann, paper, owner, shelf.Ben.Id.ToString());
        await Assert.ThrowsAsync<Refusal>(() => Fill(shelf, shelf.Ann, paper, state, "Other"));
        await Assert.ThrowsAsync<Refusal>(() => Fill(shelf, shelf.Ann, paper, until, "1.5.2026"));
        await Assert.ThrowsAsync<Refusal>(() => Fill(shelf, shelf.Ann, paper, owner, shelf.Outsider.Id.ToString()));
        await Assert.ThrowsAsync<Refusal>(() => Fill(shelf, shelf.Ann, paper, text, new string('x', ColumnValue.TextLimit + 1)));
        await Assert.ThrowsAsync<Refusal>(() => Fill(shelf, shelf.Ann, paper, Guid.CreateVersion7(), "x"));

        var row = (await shelf.Row(shelf.Guest, paper))!;
        Assert.Equal(["short", "Final", "2026-05-01", "Ben Okoro"], new[] { text, state, until, owner }.Select(c => row.In(c)!.Text));
        await Fill(shelf, shelf.Ann, paper, text, null);
        Assert.Null((await shelf.Row(shelf.Guest, paper))!.In(text));
    }

    [Theory, OnBoth]
    public async Task A_copy_carries_tags_everywhere_and_columns_within_its_space(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "plan.txt");
        var column = await Column(shelf, ColumnKind.Text, "Note");
        await Tag(shelf, shelf.Ann, paper, "Budget");
        await Fill(shelf, shelf.Ann, paper, column, "x");
        var other = await shelf.Office.Room("Other", Openness.Secret, shelf.Ann);
        var copies = shelf.Office.Get<Copies>();

        var here = await copies.Copy(shelf.Ann.Eyes(), paper, shelf.Room.Id, null, "copy.txt", "a");
        var there = await copies.Copy(shelf.Ann.Eyes(), paper, other.Id, null, "copy.txt", "b");

        var row = (await shelf.Row(shelf.Ann, here))!;
        Assert.Equal(("Budget", "x"), (row.TagLine, row.In(column)?.Text));
        var far = (await shelf.Folders.These(shelf.Ann.Eyes(), other.Id, null, [there])).Single();
        Assert.Equal(("Budget", 0), (far.TagLine, far.Values.Count));
        Assert.Equal(["Budget"], (await shelf.Office.Get<Orders>().Of(shelf.Ann.Eyes(), other.Id)).Tags);
    }

    internal static Task Tag(Shelf shelf, Person who, Guid node, params string[] tags) =>
        shelf.Office.Get<Details>().Save(who.Eyes(), node, tags);

    internal static async Task Fill(Shelf shelf, Person who, Guid node, Guid column, string? value)
    {
        var tags = (await shelf.Folders.Page(shelf.Owner.Eyes(), shelf.Room.Id, null)).Single(r => r.Id == node).Tags;
        await shelf.Office.Get<Details>().Save(who.Eyes(), node, tags, new Dictionary<Guid, string?> { [column] = value });
    }

    internal static async Task<Guid> Column(Shelf shelf, ColumnKind kind, string name, params string[] choices)
    {
        var id = Guid.CreateVersion7();
        shelf.Office.Clock.Advance(TimeSpan.FromSeconds(1));
        await shelf.Office.Get<Columns>().Add(shelf.Owner.Eyes(), shelf.Room.Id, id, kind, name, choices);
        return id;
    }

    internal static Task<SpaceOrder> Known(Shelf shelf, Person who) => shelf.Office.Get<Orders>().Of(who.Eyes(), shelf.Room.Id);

    internal static async Task<string[]> Sees(Shelf shelf, FolderWish wish) =>
        [.. (await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, null, wish: wish)).Select(r => r.Name)];
}
