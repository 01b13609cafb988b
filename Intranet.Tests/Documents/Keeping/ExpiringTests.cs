using Intranet.App.Documents;
using Intranet.App.Documents.Approving;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Downloading;
using Intranet.App.Documents.Keeping;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Keeping;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Keeping;

public sealed class ExpiringTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory, OnBoth]
    public async Task What_nobody_changed_for_long_goes_to_the_trash_and_can_be_brought_back(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var folder = await shelf.Folder(shelf.Ann, "Old");
        var old = await shelf.Document(shelf.Ann, "Old.txt", "old", folder);
        await shelf.Office.Get<Watches>().Set(shelf.Ben.Eyes(), old, true);
        await Rule(shelf, 365);
        await KeepingTests.Sweep(shelf, 300 * Day);
        var young = await shelf.Document(shelf.Ann, "Young.txt", "young", folder);
        await KeepingTests.Sweep(shelf, 64 * Day);
        Assert.Empty(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id));

        await KeepingTests.Sweep(shelf, 2 * Day);

        var removed = Assert.Single(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id));
        Assert.Equal((old, null), (removed.Id, removed.By));
        Assert.Contains(Verb.FileRemoved, await shelf.Hears(shelf.Ben));
        await shelf.Papers.Restore(shelf.Ann.Eyes(), old);
        // It was wanted: the rule counts from here, and does not take it again at once.
        await KeepingTests.Sweep(shelf, 300 * Day);
        Assert.Equal(young, Assert.Single(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id)).Id);
    }

    [Theory, OnBoth]
    public async Task A_new_rule_gives_notice_and_whoever_wants_a_document_says_so(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (expiring, looks) = (shelf.Office.Get<Expiring>(), shelf.Office.Get<Looks>());
        var wanted = await shelf.Document(shelf.Ann, "Wanted.txt", "wanted");
        var other = await shelf.Document(shelf.Ann, "Other.txt", "other");
        shelf.Office.Clock.Advance(1000 * Day);
        await Rule(shelf, 365);
        await KeepingTests.Sweep(shelf, 29 * Day);

        Assert.Empty(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id));
        Assert.Equal(2, (await shelf.Office.Get<Keepings>().Of(shelf.Ann.Eyes(), shelf.Room.Id))!.Expiring);
        Assert.Equal(shelf.Office.Clock.GetUtcNow() + Day, (await looks.At(shelf.Ben.Eyes(), wanted, null))!.GoesAt);
        await Assert.ThrowsAsync<Refusal>(() => expiring.Keep(shelf.Guest.Eyes(), wanted));
        await Assert.ThrowsAsync<Refusal>(() => expiring.Keep(shelf.Outsider.Eyes(), wanted));
        await expiring.Keep(shelf.Ben.Eyes(), wanted);
        Assert.Null((await looks.At(shelf.Ben.Eyes(), wanted, null))!.GoesAt);

        await KeepingTests.Sweep(shelf, 2 * Day);
        Assert.Equal(other, Assert.Single(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id)).Id);
        Assert.Contains(Verb.FileKept, await shelf.Verbs());
    }

    [Theory, OnBoth]
    public async Task Holds_approvals_check_outs_and_the_archive_keep_what_the_rule_would_take(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (keepings, approvals) = (shelf.Office.Get<Keepings>(), shelf.Office.Get<Approvals>());
        var approved = await shelf.Document(shelf.Ann, "Approved.txt", "approved");
        await approvals.Judge(shelf.Ben.Eyes(), await approvals.Ask(shelf.Ann.Eyes(), approved, [shelf.Ben.Id], null, "one"), true, null);
        var waiting = await shelf.Document(shelf.Ann, "Waiting.txt", "waiting");
        await approvals.Ask(shelf.Ann.Eyes(), waiting, [shelf.Ben.Id], null, "two");
        var free = await shelf.Document(shelf.Ann, "Free.txt", "free");
        await Rule(shelf, 30);
        await keepings.Hold(shelf.Owner.Eyes(), shelf.Room.Id, "The case of the turbine");
        await KeepingTests.Sweep(shelf, 400 * Day);
        Assert.Empty(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id));

        await keepings.Release(shelf.Owner.Eyes(), shelf.Room.Id);
        await shelf.Office.Get<Premises>().Archive(shelf.Owner.Eyes(), shelf.Room.Id);
        await KeepingTests.Sweep(shelf, 31 * Day);
        Assert.Empty(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id));

        await shelf.Office.Get<Premises>().Reopen(shelf.Owner.Eyes(), shelf.Room.Id);
        await shelf.Versions.CheckOut(shelf.Ann.Eyes(), free, null);
        await KeepingTests.Sweep(shelf, TimeSpan.Zero);
        Assert.Empty(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id));
        await KeepingTests.Sweep(shelf, 30 * Day);
        Assert.Equal(free, Assert.Single(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id)).Id);
    }

    [Theory, OnBoth]
    public async Task Only_what_goes_says_so_and_only_in_the_last_third_of_its_time(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (looks, approvals) = (shelf.Office.Get<Looks>(), shelf.Office.Get<Approvals>());
        await Rule(shelf, 30);
        shelf.Office.Clock.Advance(60 * Day);
        var (paper, waiting) = (await shelf.Document(shelf.Ann, "Plan.txt"), await shelf.Document(shelf.Ann, "Waiting.txt"));
        await approvals.Ask(shelf.Ann.Eyes(), waiting, [shelf.Ben.Id], null, "key");

        shelf.Office.Clock.Advance(19 * Day);
        Assert.Null((await looks.At(shelf.Ann.Eyes(), paper, null))!.GoesAt);
        shelf.Office.Clock.Advance(2 * Day);
        Assert.Equal(shelf.Office.Clock.GetUtcNow() + 9 * Day, (await looks.At(shelf.Ann.Eyes(), paper, null))!.GoesAt);
        Assert.Null((await looks.At(shelf.Ann.Eyes(), waiting, null))!.GoesAt);
    }

    [Theory]
    [InlineData(29)]
    [InlineData(KeepingRule.Longest + 1)]
    public async Task A_rule_that_would_surprise_is_refused(int days)
    {
        await using var shelf = await Shelf.In(Engine.Sqlite);

        await Assert.ThrowsAsync<Refusal>(() => Rule(shelf, days));
    }

    private static Task Rule(Shelf shelf, int days) =>
        shelf.Office.Get<Keepings>().Set(shelf.Owner.Eyes(), shelf.Room.Id, new(36_500, null, 90, null, days));
}
