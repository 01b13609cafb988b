using Intranet.App.Documents;
using Intranet.App.Documents.Order;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Order;
using Intranet.Tests.World;
using static Intranet.Tests.Documents.Order.DetailsTests;

namespace Intranet.Tests.Documents.Order;

public sealed class ColumnsTests
{
    [Theory, OnBoth]
    public async Task Owners_decide_on_columns_and_nobody_else_does(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var columns = shelf.Office.Get<Columns>();
        var id = await Column(shelf, ColumnKind.Text, "Note");

        Assert.Equal((true, false), ((await Known(shelf, shelf.Owner)).MayRule, (await Known(shelf, shelf.Ann)).MayRule));
        foreach (var who in new[] { shelf.Ann, shelf.Guest, shelf.Outsider })
        {
            await Assert.ThrowsAsync<Refusal>(() =>
                columns.Add(who.Eyes(), shelf.Room.Id, Guid.CreateVersion7(), ColumnKind.Text, "Mine", [])
            );
            await Assert.ThrowsAsync<Refusal>(() => columns.Change(who.Eyes(), shelf.Room.Id, id, "Mine", []));
            await Assert.ThrowsAsync<Refusal>(() => columns.Remove(who.Eyes(), shelf.Room.Id, id));
        }
        var other = await shelf.Office.Room("Other", Domain.Spaces.Openness.Secret, shelf.Outsider);
        await Assert.ThrowsAsync<Refusal>(() => columns.Remove(shelf.Outsider.Eyes(), other.Id, id));
        Assert.Equal(["Note"], (await Known(shelf, shelf.Guest)).Columns.Select(c => c.Name));
        Assert.Empty((await Known(shelf, shelf.Outsider)).Columns);
    }

    [Theory, OnBoth]
    public async Task A_column_is_added_once_per_id_and_there_are_only_so_many(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var columns = shelf.Office.Get<Columns>();
        var id = Guid.CreateVersion7();
        foreach (var _ in Enumerable.Range(0, 2))
            await columns.Add(shelf.Owner.Eyes(), shelf.Room.Id, id, ColumnKind.Text, "Note", []);
        await Assert.ThrowsAsync<Refusal>(() => Column(shelf, ColumnKind.Date, "NOTE"));
        await Assert.ThrowsAsync<Refusal>(() => Column(shelf, ColumnKind.Choice, "State"));
        for (var i = 1; i < Domain.Documents.Order.Column.Most; i++)
            await Column(shelf, ColumnKind.Text, $"Note {i}");

        await Assert.ThrowsAsync<Refusal>(() => Column(shelf, ColumnKind.Text, "One more"));

        Assert.Equal(Domain.Documents.Order.Column.Most, (await shelf.Verbs()).Count(v => v == Verb.SpaceChanged));
    }

    [Theory, OnBoth]
    public async Task Other_names_keep_what_stands_there_also_when_two_values_change_places(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var columns = shelf.Office.Get<Columns>();
        var (a, b) = (await shelf.Document(shelf.Ann, "a.txt"), await shelf.Document(shelf.Ann, "b.txt"));
        var state = await Column(shelf, ColumnKind.Choice, "State", "Open", "Done", "Lost");
        await Fill(shelf, shelf.Ann, a, state, "Open");
        await Fill(shelf, shelf.Ann, b, state, "Done");

        await columns.Change(
            shelf.Owner.Eyes(),
            shelf.Room.Id,
            state,
            "Status",
            [new("Done", "Open"), new("Open", "Done"), new(null, "New")]
        );

        Assert.Equal(
            ("Done", "Open"),
            ((await shelf.Row(shelf.Ann, a))!.In(state)!.Text, (await shelf.Row(shelf.Ann, b))!.In(state)!.Text)
        );
        var column = (await Known(shelf, shelf.Ann)).Columns.Single();
        Assert.Equal(("Status", "Open,Done,New"), (column.Name, string.Join(',', column.Choices)));
        Assert.Equal(["b.txt", "a.txt"], await Sees(shelf, FolderWish.Plain.Sorted(FolderOrder.Column, state)));
    }

    [Theory, OnBoth]
    public async Task A_removed_column_comes_back_with_what_stood_in_it(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var columns = shelf.Office.Get<Columns>();
        var paper = await shelf.Document(shelf.Ann, "a.txt");
        var note = await Column(shelf, ColumnKind.Text, "Note");
        await Fill(shelf, shelf.Ann, paper, note, "kept");

        await columns.Remove(shelf.Owner.Eyes(), shelf.Room.Id, note);
        Assert.Empty((await Known(shelf, shelf.Ann)).Columns);
        await Assert.ThrowsAsync<Refusal>(() => Fill(shelf, shelf.Ann, paper, note, "late"));
        await Assert.ThrowsAsync<Refusal>(() => columns.Restore(shelf.Ann.Eyes(), shelf.Room.Id, note));

        await columns.Restore(shelf.Owner.Eyes(), shelf.Room.Id, note);
        Assert.Equal("kept", (await shelf.Row(shelf.Ann, paper))!.In(note)!.Text);
        Assert.Single((await Known(shelf, shelf.Ann)).Columns);
    }

    [Theory, OnBoth]
    public async Task One_sorts_by_a_column_page_by_page_and_empty_cells_come_last(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var state = await Column(shelf, ColumnKind.Choice, "State", "Open", "Done");
        foreach (var (name, value) in new[] { ("a.txt", "Done"), ("b.txt", null), ("c.txt", "Open"), ("d.txt", "Done") })
            await Fill(shelf, shelf.Ann, await shelf.Document(shelf.Ann, name), state, value);

        foreach (var (down, order) in new[] { (false, "c.txt,a.txt,d.txt,b.txt"), (true, "a.txt,d.txt,c.txt,b.txt") })
        {
            var wish = FolderWish.Plain.Sorted(FolderOrder.Column, state) with { Down = down };
            var paged = new List<NodeRow>();
            for (NodeRow? last = null; paged.Count < 4; last = paged[^1])
                paged.AddRange((await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, null, last, 1, wish)).Take(1));
            Assert.Equal(order, string.Join(',', paged.Select(r => r.Name)));
        }
        Assert.Equal(["a.txt", "d.txt"], await Sees(shelf, FolderWish.Of(null) with { Cells = Cells.None.With(state, "Done") }));
    }

    [Theory, OnBoth]
    public async Task One_filters_by_a_person_and_sees_them_as_they_are_called_now(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var charge = await Column(shelf, ColumnKind.Person, "In charge");
        await Fill(shelf, shelf.Ann, await shelf.Document(shelf.Ann, "a.txt"), charge, shelf.Ben.Id.ToString());
        await Fill(shelf, shelf.Ann, await shelf.Document(shelf.Ann, "b.txt"), charge, shelf.Ann.Id.ToString());

        Assert.Equal(["a.txt"], await Sees(shelf, FolderWish.Of(null) with { Cells = Cells.None.With(charge, shelf.Ben.Id.ToString()) }));
        Assert.Contains(shelf.Guest.Id, (await Known(shelf, shelf.Ann)).People.Select(p => p.Id));
        Assert.Empty((await Known(shelf, shelf.Outsider)).People);
    }

    [Fact]
    public void What_is_chosen_in_columns_goes_through_an_address_and_nonsense_is_dropped()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        var cells = Cells.None.With(one, "a, b & c").With(two, "").With(one, "ö,");

        var again = Cells.Of(cells.Text);

        Assert.Equal(cells, again);
        Assert.Equal(("ö,", "", null), (again[one], again[two], again[Guid.NewGuid()]));
        Assert.Equal(Cells.None, Cells.Of("nonsense,,x"));
        Assert.Equal(Cells.None, Cells.None.With(one, "x").With(one, null));
    }
}
