using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

public sealed class CopiesTests
{
    [Theory, OnBoth]
    public async Task A_folder_is_copied_with_all_that_lies_in_it_once_per_key(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var copies = shelf.Office.Get<Copies>();
        var drafts = await shelf.Folder(shelf.Ann, "Drafts");
        var deep = await shelf.Folder(shelf.Ann, "Deep", drafts);
        var paper = await shelf.Document(shelf.Ann, "plan.txt", "one", deep);
        await shelf.Bring(shelf.Ann, "plan.txt", "two", deep, SameName.NewVersion);
        var before = (await shelf.Verbs()).Count;

        var copy = await copies.Copy(shelf.Ben.Eyes(), drafts, shelf.Room.Id, null, "Drafts", "key");
        Assert.Equal(copy, await copies.Copy(shelf.Ben.Eyes(), drafts, shelf.Room.Id, null, "Drafts", "key"));

        Assert.Equal(["Drafts", "Drafts (2)"], await shelf.Sees(shelf.Ann));
        var below = (await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, copy)).Single();
        var leaf = (await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, below.Id)).Single();
        Assert.NotEqual(paper, leaf.Id);
        Assert.Equal(("plan.txt", 1, "Ben Okoro"), (leaf.Name, leaf.Number, leaf.ChangedBy));
        Assert.Equal("two", await shelf.Reads(shelf.Ann, leaf.Id));
        Assert.Equal([Verb.FolderMade], (await shelf.Verbs()).Skip(before));
    }

    [Theory, OnBoth]
    public async Task A_copy_goes_only_from_where_one_sees_to_where_one_may_write(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var copies = shelf.Office.Get<Copies>();
        var paper = await shelf.Document(shelf.Ann, "plan.txt", "one");
        var other = await shelf.Office.Room("Other", Openness.Secret, shelf.Outsider, shelf.Ann);

        var copy = await copies.Copy(shelf.Ann.Eyes(), paper, other.Id, null, "plan.txt", "a");
        Assert.Equal("one", await shelf.Reads(shelf.Outsider, copy));

        await Assert.ThrowsAsync<Refusal>(() => copies.Copy(shelf.Outsider.Eyes(), paper, other.Id, null, "plan.txt", "b"));
        await Assert.ThrowsAsync<Refusal>(() => copies.Copy(shelf.Ben.Eyes(), paper, other.Id, null, "plan.txt", "c"));
        await Assert.ThrowsAsync<Refusal>(() => copies.Copy(shelf.Guest.Eyes(), paper, shelf.Room.Id, null, "plan.txt", "d"));
        await Assert.ThrowsAsync<Refusal>(() => copies.TakeOver(shelf.Outsider.Eyes(), copy, paper, remove: false));
    }

    [Theory, OnBoth]
    public async Task Nothing_is_copied_or_moved_into_itself_or_over_the_folder_it_lies_in(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var copies = shelf.Office.Get<Copies>();
        var drafts = await shelf.Folder(shelf.Ann, "Drafts");
        var inner = await shelf.Folder(shelf.Ann, "Drafts", drafts);
        await shelf.Document(shelf.Ann, "plan.txt", "one", inner);
        var over = new Copying(Replace: true, Shallow: false);

        await Assert.ThrowsAsync<Refusal>(() => copies.Copy(shelf.Ann.Eyes(), drafts, shelf.Room.Id, inner, "Drafts", "a"));
        await Assert.ThrowsAsync<Refusal>(() => copies.Copy(shelf.Ann.Eyes(), drafts, shelf.Room.Id, null, "drafts", "b", over));
        await Assert.ThrowsAsync<Refusal>(() => copies.Copy(shelf.Ann.Eyes(), inner, shelf.Room.Id, null, "Drafts", "c", over));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Move(shelf.Ann.Eyes(), inner, null, "Drafts", replace: true));

        Assert.Equal(["plan.txt"], await shelf.Sees(shelf.Ann, inner));
        Assert.Empty(await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id));
    }

    [Theory, OnBoth]
    public async Task What_goes_to_another_space_begins_anew_there_and_lies_in_the_trash_here(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (from, to) = await TwoRooms(shelf, Openness.Closed, SpacePurpose.Project);
        var copies = shelf.Office.Get<Copies>();
        var folder = await shelf.Papers.MakeFolder(shelf.Ann.Eyes(), from, null, "Plans", "made");
        await copies.Copy(shelf.Ann.Eyes(), await shelf.Document(shelf.Ann, "plan.txt", "one"), from, folder, "plan.txt", "in");

        var there = await copies.Carry(shelf.Ann.Eyes(), folder, to, null, "key");
        Assert.Equal(there, await copies.Carry(shelf.Ann.Eyes(), folder, to, null, "key"));

        var leaf = (await shelf.Folders.Page(shelf.Ben.Eyes(), to, there)).Single();
        Assert.Equal(("plan.txt", 1), (leaf.Name, leaf.Number));
        Assert.Empty(await shelf.Folders.Page(shelf.Ann.Eyes(), from, null));
        Assert.Equal(["Plans"], (await shelf.Folders.Trash(shelf.Ann.Eyes(), from)).Select(r => r.Name));
        await shelf.Papers.Restore(shelf.Ann.Eyes(), folder);
        Assert.Single(await shelf.Folders.Page(shelf.Ann.Eyes(), from, folder));
    }

    [Theory]
    [OnBoth(Openness.Secret, SpacePurpose.Project)]
    [OnBoth(Openness.Unlisted, SpacePurpose.ClientRoom)]
    public async Task Nothing_is_moved_out_of_secret_spaces_and_client_rooms(Engine engine, Openness openness, SpacePurpose purpose)
    {
        await using var shelf = await Shelf.In(engine);
        var (from, to) = await TwoRooms(shelf, openness, purpose);
        var copies = shelf.Office.Get<Copies>();
        var folder = await shelf.Papers.MakeFolder(shelf.Ann.Eyes(), from, null, "Plans", "made");

        await Assert.ThrowsAsync<Refusal>(() => copies.Carry(shelf.Ann.Eyes(), folder, to, null, "key"));

        Assert.False((await shelf.Folders.Look(shelf.Ann.Eyes(), from, null))!.MayCarryOut);
        Assert.Single(await shelf.Folders.Page(shelf.Ann.Eyes(), from, null));
        Assert.Empty(await shelf.Folders.Page(shelf.Ann.Eyes(), to, null));
    }

    [Theory, OnBoth]
    public async Task One_moves_only_between_spaces_in_which_one_may_file_and_not_what_others_have(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (from, to) = await TwoRooms(shelf, Openness.Open, SpacePurpose.Project);
        var copies = shelf.Office.Get<Copies>();
        var paper = await copies.Copy(shelf.Ann.Eyes(), await shelf.Document(shelf.Ann, "plan.txt"), from, null, "plan.txt", "in");

        foreach (var who in new[] { shelf.Outsider, shelf.Ben, shelf.Guest })
            await Assert.ThrowsAsync<Refusal>(() => copies.Carry(who.Eyes(), paper, to, null, "key"));
        await Assert.ThrowsAsync<Refusal>(() => copies.Carry(shelf.Ann.Eyes(), paper, from, null, "key"));
        await shelf.Versions.CheckOut(shelf.Owner.Eyes(), paper, null);
        await Assert.ThrowsAsync<Refusal>(() => copies.Carry(shelf.Ann.Eyes(), paper, to, null, "key"));
        Assert.Equal(["From", "To", "Turbine"], (await shelf.Folders.Places(shelf.Ann.Eyes())).Select(p => p.Name));
        Assert.Empty(await shelf.Folders.Places(shelf.Guest.Eyes()));

        await shelf.Versions.CheckIn(shelf.Owner.Eyes(), paper);
        await copies.Carry(shelf.Ann.Eyes(), paper, to, null, "key");
    }

    /// <summary>Ann is in both, Ben in the second only.</summary>
    private static async Task<(Guid From, Guid To)> TwoRooms(Shelf shelf, Openness openness, SpacePurpose purpose)
    {
        var from = await shelf.Office.Room("From", openness, purpose, shelf.Owner, shelf.Ann);
        var to = await shelf.Office.Room("To", Openness.Secret, purpose, shelf.Owner, shelf.Ann, shelf.Ben);
        return (from.Id, to.Id);
    }
}
