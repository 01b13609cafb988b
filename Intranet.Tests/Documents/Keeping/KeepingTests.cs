using Intranet.App.Documents;
using Intranet.App.Documents.Approving;
using Intranet.App.Documents.Keeping;
using Intranet.App.Documents.Uploading;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Keeping;

public sealed class KeepingTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory, OnBoth]
    public async Task What_lay_in_the_trash_long_enough_is_deleted_with_its_content_and_nothing_else(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var folder = await shelf.Folder(shelf.Ann, "Old");
        var inside = await shelf.Document(shelf.Ann, "Inside.txt", "inside", folder);
        await shelf.Document(shelf.Ann, "Stays.txt", "shared");
        var twin = await shelf.Document(shelf.Ann, "Twin.txt", "shared");
        var (own, shared) = (await Key(shelf, inside), await Key(shelf, twin));
        await shelf.Papers.Remove(shelf.Ann.Eyes(), folder);
        await shelf.Papers.Remove(shelf.Ann.Eyes(), twin);

        await Sweep(shelf, 29 * Day);
        Assert.Equal(2, (await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id)).Count);
        await Sweep(shelf, 2 * Day);

        Assert.Empty(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id));
        Assert.Equal(["Stays.txt"], await shelf.Sees(shelf.Ann));
        Assert.Null(await Blobs(shelf).Length(own, TestContext.Current.CancellationToken));
        Assert.NotNull(await Blobs(shelf).Length(shared, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Restore(shelf.Ann.Eyes(), folder));
        Assert.Equal(2, (await shelf.Verbs()).Count(v => v == Verb.FileDeleted));
    }

    [Theory, OnBoth]
    public async Task Old_versions_go_by_the_rule_and_those_with_a_name_or_approved_stay(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "1");
        await shelf.Versions.Label(shelf.Ann.Eyes(), paper, 1, "First");
        await Save(shelf, 2);
        var approvals = shelf.Office.Get<Approvals>();
        await approvals.Judge(shelf.Ben.Eyes(), await approvals.Ask(shelf.Ann.Eyes(), paper, [shelf.Ben.Id], null, "key"), true, null);
        for (var i = 3; i <= 6; i++)
            await Save(shelf, i);
        await shelf.Office.Get<Keepings>().Set(shelf.Owner.Eyes(), shelf.Room.Id, new(30, 2, 10, null));

        await Sweep(shelf, 9 * Day);
        Assert.Equal(6, (await shelf.Versions.Of(shelf.Ann.Eyes(), paper)).Count);
        await Sweep(shelf, 2 * Day);

        Assert.Equal([6, 5, 2, 1], (await shelf.Versions.Of(shelf.Ann.Eyes(), paper)).Select(v => v.Number));
        Assert.Equal(
            ["6", "2", null],
            new[] { await shelf.Reads(shelf.Ann, paper), await shelf.Reads(shelf.Ann, paper, 2), await shelf.Reads(shelf.Ann, paper, 4) }
        );
    }

    [Theory, OnBoth]
    public async Task A_hold_is_passed_by_nobody_and_by_no_rule(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var keepings = shelf.Office.Get<Keepings>();
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one");
        await shelf.Bring(shelf.Ann, "Plan.txt", "two", same: SameName.NewVersion);
        await keepings.Set(shelf.Owner.Eyes(), shelf.Room.Id, new(1, 1, 0, null));
        await keepings.Hold(shelf.Owner.Eyes(), shelf.Room.Id, "The case of the turbine");
        await shelf.Papers.Remove(shelf.Ann.Eyes(), paper);

        await Sweep(shelf, 400 * Day);
        var refused = await Assert.ThrowsAsync<Refusal>(() => keepings.Delete(shelf.Owner.Eyes(), paper));
        await Assert.ThrowsAsync<Refusal>(() => keepings.Empty(shelf.Owner.Eyes(), shelf.Room.Id));
        await Assert.ThrowsAsync<Refusal>(() => keepings.Set(shelf.Owner.Eyes(), shelf.Room.Id, new(1, 1, 0, null)));

        Assert.Contains("The case of the turbine", refused.Message);
        await shelf.Papers.Restore(shelf.Ann.Eyes(), paper);
        Assert.Equal(2, (await shelf.Versions.Of(shelf.Ann.Eyes(), paper)).Count);
        await shelf.Papers.Remove(shelf.Ann.Eyes(), paper);
        await keepings.Release(shelf.Owner.Eyes(), shelf.Room.Id);
        await Sweep(shelf, 2 * Day);
        Assert.Empty(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id));
    }

    [Theory, OnBoth]
    public async Task What_must_be_kept_for_a_time_is_not_deleted_before_it(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var keepings = shelf.Office.Get<Keepings>();
        await keepings.Set(shelf.Owner.Eyes(), shelf.Room.Id, new(1, null, 0, 100));
        var folder = await shelf.Folder(shelf.Ann, "Old");
        shelf.Office.Clock.Advance(90 * Day);
        await shelf.Document(shelf.Ann, "Young.txt", "young", folder);
        await shelf.Papers.Remove(shelf.Ann.Eyes(), folder);

        await Sweep(shelf, 50 * Day);
        await Assert.ThrowsAsync<Refusal>(() => keepings.Delete(shelf.Owner.Eyes(), folder));
        Assert.Single(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id));
        await Sweep(shelf, 51 * Day);
        Assert.Empty(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id));
    }

    [Theory, OnBoth]
    public async Task Owners_empty_the_trash_and_decide_and_nobody_else_does(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var keepings = shelf.Office.Get<Keepings>();
        var paper = await shelf.Document(shelf.Ann, "Plan.txt");
        await shelf.Document(shelf.Ann, "Stays.txt", "Stays");
        await Assert.ThrowsAsync<Refusal>(() => keepings.Delete(shelf.Owner.Eyes(), paper));
        await shelf.Papers.Remove(shelf.Ann.Eyes(), paper);

        foreach (var who in new[] { shelf.Ann, shelf.Guest, shelf.Outsider })
        {
            await Assert.ThrowsAsync<Refusal>(() => keepings.Delete(who.Eyes(), paper));
            await Assert.ThrowsAsync<Refusal>(() => keepings.Empty(who.Eyes(), shelf.Room.Id));
            await Assert.ThrowsAsync<Refusal>(() => keepings.Set(who.Eyes(), shelf.Room.Id, new(1, 1, 1, null)));
            await Assert.ThrowsAsync<Refusal>(() => keepings.Hold(who.Eyes(), shelf.Room.Id, "Because"));
        }
        Assert.Null(await keepings.Of(shelf.Outsider.Eyes(), shelf.Room.Id));
        await keepings.Empty(shelf.Owner.Eyes(), shelf.Room.Id);

        Assert.Empty(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id));
        Assert.Equal(["Stays.txt"], await shelf.Sees(shelf.Ann));
    }

    [Theory, OnBoth]
    public async Task What_was_approved_is_removed_by_those_who_look_after_the_space_only(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        var (paper, approvals) = (await shelf.Document(shelf.Ann, "Plan.txt", folder: folder), shelf.Office.Get<Approvals>());
        await approvals.Judge(shelf.Ben.Eyes(), await approvals.Ask(shelf.Ann.Eyes(), paper, [shelf.Ben.Id], null, "key"), true, null);

        await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Remove(shelf.Ann.Eyes(), paper));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Remove(shelf.Ann.Eyes(), folder));
        await shelf.Papers.Remove(shelf.Owner.Eyes(), folder);
    }

    [Theory, OnBoth]
    public async Task Administrators_bound_the_room_of_all_and_others_neither_see_nor_set_it(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (admin, room) = (await shelf.Office.Employee("Ada Admin", Duties.Admin), shelf.Office.Get<Room>());
        await shelf.Document(shelf.Ann, "Plan.txt", "12345");

        Assert.Equal((0, null), await room.Of(admin.Eyes()) is { } view ? (view.Used, view.InAll) : (-1, null));
        Assert.Null(await room.Of(shelf.Owner.Eyes()));
        await Assert.ThrowsAsync<Refusal>(() => room.Set(shelf.Owner.Eyes(), 1, 1));
        await Assert.ThrowsAsync<Refusal>(() => room.Set(admin.Eyes(), 0, null));
        await room.Set(admin.Eyes(), 5, 1);
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("Big.bin", 2 * Room.Gigabyte))
        );
        Assert.Contains("in all", refused.Message);
        await room.Set(admin.Eyes(), 5, null);
        await shelf.Uploads.Begin(shelf.Ann.Eyes(), shelf.New("Big.bin", 2 * Room.Gigabyte));
    }

    private static Task Save(Shelf shelf, int number) => shelf.Bring(shelf.Ann, "Plan.txt", $"{number}", same: SameName.NewVersion);

    private static async Task<string> Key(Shelf shelf, Guid paper) => (await shelf.Downloads.Find(shelf.Ann.Eyes(), paper, null))!.BlobKey;

    private static IBlobs Blobs(Shelf shelf) => shelf.Office.Get<IBlobs>();

    /// <summary>What the next hourly round finds so much later.</summary>
    internal static Task Sweep(Shelf shelf, TimeSpan later)
    {
        shelf.Office.Clock.Advance(later);
        return shelf.Office.Get<Keeper>().Sweep();
    }
}
