using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

public sealed class WatchesTests
{
    [Theory, OnBoth]
    public async Task Who_follows_a_folder_hears_of_what_comes_and_changes_anywhere_in_it(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (folder, watches) = (await shelf.Folder(shelf.Ann, "Plans"), shelf.Office.Get<Watches>());
        var below = await shelf.Folder(shelf.Ann, "Old", folder);
        await watches.Set(shelf.Guest.Eyes(), folder, true);
        await watches.Set(shelf.Guest.Eyes(), folder, true);

        await shelf.Document(shelf.Ann, "Plan.txt", "one", below);
        shelf.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await shelf.Bring(shelf.Ben, "Plan.txt", "two", below, SameName.NewVersion);
        await shelf.Document(shelf.Ann, "Elsewhere.txt");
        await watches.Set(shelf.Ann.Eyes(), folder, true);

        Assert.Equal([Verb.FileVersioned, Verb.FileAdded], await shelf.Hears(shelf.Guest));
        Assert.Equal([Verb.FileVersioned], await shelf.Hears(shelf.Ann));
        await watches.Set(shelf.Guest.Eyes(), folder, false);
        await shelf.Bring(shelf.Ben, "Plan.txt", "three", below, SameName.NewVersion);
        Assert.Equal(2, (await shelf.Hears(shelf.Guest)).Length);
    }

    [Theory, OnBoth]
    public async Task Who_is_outside_follows_nothing_and_who_left_hears_nothing_more(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (paper, watches) = (await shelf.Document(shelf.Ann, "Plan.txt", "one"), shelf.Office.Get<Watches>());

        await Assert.ThrowsAsync<Refusal>(() => watches.Set(shelf.Outsider.Eyes(), paper, true));
        await watches.Set(shelf.Ben.Eyes(), paper, true);
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);
        await shelf.Bring(shelf.Ann, "Plan.txt", "two", same: SameName.NewVersion);

        Assert.Empty(await shelf.Hears(shelf.Ben));
        Assert.False(await watches.Has(shelf.Ben.Eyes(), paper));
    }
}
