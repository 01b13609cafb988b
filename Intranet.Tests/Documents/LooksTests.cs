using Intranet.App.Documents;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Uploading;
using Intranet.App.Spaces;
using Intranet.Domain.Activity;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

public sealed class LooksTests
{
    [Theory, OnBoth]
    public async Task One_looks_at_the_newest_version_or_at_an_older_one_and_where_it_lies(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var plans = await shelf.Folder(shelf.Ann, "Plans");
        var paper = await shelf.Document(shelf.Ann, "plan.txt", "one", plans);
        await shelf.Bring(shelf.Ben, "plan.txt", "two", plans, SameName.NewVersion);
        await shelf.Versions.CheckOut(shelf.Ben.Eyes(), paper, "Numbers");

        var newest = (await shelf.Looks.At(shelf.Guest.Eyes(), paper, null))!;
        var older = (await shelf.Looks.At(shelf.Guest.Eyes(), paper, 1))!;

        Assert.Equal(
            (2, "Ben Okoro", "Turbine", "Plans", true),
            (newest.Version.Number, newest.Author, newest.Space, newest.Folder, newest.IsNewest)
        );
        Assert.Equal(("Ben Okoro", "Numbers"), (newest.Lock!.Person, newest.Lock.Note));
        Assert.Equal((1, "Ann Lee", false), (older.Version.Number, older.Author, older.IsNewest));
        Assert.Equal(new Preview.Plain("one", null), await shelf.Looks.Open(shelf.Guest.Eyes(), older));
        Assert.Equal(new Preview.Plain("two", null), await shelf.Looks.Open(shelf.Guest.Eyes(), newest));
        Assert.Null(await shelf.Looks.At(shelf.Guest.Eyes(), paper, 3));
        Assert.Equal(2, (await shelf.Verbs()).Count(v => v == Verb.FileOpened));
    }

    [Theory, OnBoth]
    public async Task Outsiders_those_who_left_and_guests_of_elsewhere_see_nothing_and_of_what_was_removed_nobody_sees(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "plan.txt");
        var stranger = await shelf.Office.Guest("Gus Guest");
        Assert.NotNull(await shelf.Looks.At(shelf.Ben.Eyes(), paper, null));
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);

        foreach (var who in new[] { shelf.Outsider, shelf.Ben, stranger })
        foreach (var number in new int?[] { null, 1 })
            Assert.Null(await shelf.Looks.At(who.Eyes(), paper, number));

        await shelf.Papers.Remove(shelf.Ann.Eyes(), paper);
        Assert.Null(await shelf.Looks.At(shelf.Ann.Eyes(), paper, null));
    }
}
