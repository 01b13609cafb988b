using Intranet.App.Documents.Order;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Order;
using Intranet.Tests.World;
using static Intranet.Tests.Documents.Order.DetailsTests;

namespace Intranet.Tests.Documents.Order;

public sealed class ViewsTests
{
    [Theory, OnBoth]
    public async Task What_is_saved_for_oneself_nobody_else_sees_and_what_is_saved_for_all_everybody_inside_does(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var views = shelf.Office.Get<Views>();
        await views.Save(shelf.Ann.Eyes(), shelf.Room.Id, "Mine", "tag=mine", false, "a");
        var before = await shelf.Verbs();
        foreach (var _ in Enumerable.Range(0, 2))
            await views.Save(shelf.Owner.Eyes(), shelf.Room.Id, "Open ones", "tag=open", true, "a");

        Assert.Equal(["Open ones", "Mine"], (await Known(shelf, shelf.Ann)).Views.Select(v => v.Name));
        Assert.Equal(["Open ones"], (await Known(shelf, shelf.Guest)).Views.Select(v => v.Name));
        Assert.Empty((await Known(shelf, shelf.Outsider)).Views);
        Assert.Empty(before);
        Assert.Equal([Verb.SpaceChanged], await shelf.Verbs());
    }

    [Theory, OnBoth]
    public async Task Only_who_decides_saves_and_removes_for_all(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var views = shelf.Office.Get<Views>();
        var all = await views.Save(shelf.Owner.Eyes(), shelf.Room.Id, "All", "tag=all", true, "a");
        var mine = await views.Save(shelf.Ann.Eyes(), shelf.Room.Id, "Mine", "tag=mine", false, "a");

        await Assert.ThrowsAsync<Refusal>(() => views.Save(shelf.Ann.Eyes(), shelf.Room.Id, "For all", "x", true, "b"));
        await Assert.ThrowsAsync<Refusal>(() => views.Save(shelf.Outsider.Eyes(), shelf.Room.Id, "Mine", "x", false, "b"));
        await Assert.ThrowsAsync<Refusal>(() => views.Remove(shelf.Ann.Eyes(), all));
        await Assert.ThrowsAsync<Refusal>(() => views.Remove(shelf.Owner.Eyes(), mine));
        Assert.Equal([false, true], (await Known(shelf, shelf.Ann)).Views.Select(v => v.MayRemove));

        await views.Remove(shelf.Owner.Eyes(), all);
        await views.Remove(shelf.Ann.Eyes(), mine);
        Assert.Empty((await Known(shelf, shelf.Ann)).Views);
    }

    [Theory, OnBoth]
    public async Task There_are_only_so_many_and_each_has_a_name(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var views = shelf.Office.Get<Views>();
        await Assert.ThrowsAsync<Refusal>(() => views.Save(shelf.Ann.Eyes(), shelf.Room.Id, " ", "x", false, "none"));
        await Assert.ThrowsAsync<Refusal>(() =>
            views.Save(shelf.Ann.Eyes(), shelf.Room.Id, "Long", new string('x', SavedView.WishLimit + 1), false, "long")
        );
        for (var i = 0; i < SavedView.Most; i++)
            await views.Save(shelf.Ann.Eyes(), shelf.Room.Id, $"View {i}", "x", false, $"{i}");

        await Assert.ThrowsAsync<Refusal>(() => views.Save(shelf.Ann.Eyes(), shelf.Room.Id, "One more", "x", false, "more"));
        await views.Save(shelf.Ben.Eyes(), shelf.Room.Id, "His own", "x", false, "0");
    }
}
