using Intranet.App.Documents.Wiki;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Wiki;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Wiki;

public sealed class WritersTests
{
    [Theory, OnBoth]
    public async Task Others_see_who_writes_until_they_go_or_give_no_sign_of_life(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (page, writers) = (await shelf.Written(shelf.Ann, "Plan", "one"), shelf.Office.Get<Writers>());
        await writers.SitDown(shelf.Ann.Eyes(), page);
        await writers.SitDown(shelf.Ben.Eyes(), page);
        await writers.SitDown(shelf.Ben.Eyes(), page);

        Assert.Equal(["Ben Okoro"], (await writers.Around(shelf.Ann.Eyes(), page))!.Others);
        Assert.Equal(["Ann Lee", "Ben Okoro"], (await writers.Around(shelf.Guest.Eyes(), page))!.Others);
        await writers.StandUp(shelf.Ann.Eyes(), page);
        await writers.StandUp(shelf.Ann.Eyes(), page);
        Assert.Equal(["Ben Okoro"], (await writers.Around(shelf.Guest.Eyes(), page))!.Others);
        shelf.Office.Clock.Advance(3 * PageEditing.Beat);
        Assert.Empty((await writers.Around(shelf.Guest.Eyes(), page))!.Others);
        Assert.Equal(
            [Verb.EditingBegun, Verb.EditingBegun, Verb.EditingEnded],
            (await shelf.Verbs()).Where(v => v is Verb.EditingBegun or Verb.EditingEnded)
        );
    }

    [Theory, OnBoth]
    public async Task Who_may_not_write_is_not_seen_writing_and_who_left_sees_nobody(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (page, writers) = (await shelf.Written(shelf.Ann, "Plan", "one"), shelf.Office.Get<Writers>());
        await writers.SitDown(shelf.Ben.Eyes(), page);
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);

        foreach (var who in new[] { shelf.Guest, shelf.Outsider, shelf.Ben })
            await Assert.ThrowsAsync<Refusal>(() => writers.SitDown(who.Eyes(), page));
        Assert.Null(await writers.Around(shelf.Ben.Eyes(), page));
        Assert.Null(await writers.Around(shelf.Outsider.Eyes(), page));
    }

    [Theory, OnBoth]
    public async Task A_draft_waits_for_its_writer_alone_until_it_is_saved(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (page, drafts, pages) = (
            await shelf.Written(shelf.Ann, "Plan", "one"),
            shelf.Office.Get<PageDrafts>(),
            shelf.Office.Get<Pages>()
        );
        await drafts.Keep(shelf.Ann.Eyes(), page, 2, "one and a half", "key");
        await shelf.Write(shelf.Ben, page, 2, "zero\none");

        var open = (await pages.Open(shelf.Ann.Eyes(), page))!;
        Assert.Equal((2, "one and a half", "key"), (open.Number, open.Draft!.Text, open.Draft.ClientKey));
        Assert.Null((await pages.Open(shelf.Ben.Eyes(), page))!.Draft);
        await Assert.ThrowsAsync<Refusal>(() => drafts.Keep(shelf.Guest.Eyes(), page, 2, "mine", "key"));
        await Assert.ThrowsAsync<Refusal>(() => drafts.Keep(shelf.Outsider.Eyes(), page, 2, "mine", "key"));
        await Assert.ThrowsAsync<Refusal>(() => drafts.Keep(shelf.Ann.Eyes(), page, 2, new string('x', PageTexts.Limit + 1), "key"));
        await drafts.Forget(shelf.Ben.Eyes(), page);
        Assert.NotNull((await pages.Open(shelf.Ann.Eyes(), page))!.Draft);

        await shelf.Write(shelf.Ann, page, 3, "zero\none\ntwo", "key");
        Assert.Null((await pages.Open(shelf.Ann.Eyes(), page))!.Draft);
    }
}
