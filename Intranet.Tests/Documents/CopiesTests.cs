using Intranet.App.Documents;
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
}
