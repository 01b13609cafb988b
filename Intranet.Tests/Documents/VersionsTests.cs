using Intranet.App.Documents;
using Intranet.App.Documents.Uploading;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

public sealed class VersionsTests
{
    [Theory, OnBoth]
    public async Task The_same_name_again_is_a_new_version_another_document_or_a_question(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one");

        Assert.Equal("Plan.txt", (await shelf.Bring(shelf.Ben, "plan.TXT", "two")).Taken);
        var version = await shelf.Bring(shelf.Ben, "plan.TXT", "two", same: SameName.NewVersion);
        var both = await shelf.Bring(shelf.Ben, "Plan.txt", "three", same: SameName.KeepBoth);

        Assert.Equal((paper, 2), (version.Document!.Value, version.Number!.Value));
        Assert.NotEqual(paper, both.Document);
        Assert.Equal(["Plan (2).txt", "Plan.txt"], await shelf.Sees(shelf.Ann));
        Assert.Equal(
            ["one", "two", "two"],
            new[] { await shelf.Reads(shelf.Ann, paper, 1), await shelf.Reads(shelf.Ann, paper, 2), await shelf.Reads(shelf.Ann, paper) }
        );
        var listed = await shelf.Versions.Of(shelf.Guest.Eyes(), paper);
        Assert.Equal([(2, "Ben Okoro", 3L), (1, "Ann Lee", 3L)], listed.Select(v => (v.Number, v.Author, v.Size)));
    }

    [Theory, OnBoth]
    public async Task The_same_bytes_again_are_no_new_version(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await shelf.Document(shelf.Ann, "Plan.txt", "one");

        Assert.Equal(1, (await shelf.Bring(shelf.Ben, "Plan.txt", "one", same: SameName.NewVersion)).Number);
        Assert.Equal([Verb.FileAdded], await shelf.Verbs());
    }

    [Theory, OnBoth]
    public async Task An_older_version_comes_back_as_the_newest_once_per_key(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one");
        await shelf.Bring(shelf.Ben, "Plan.txt", "two", same: SameName.NewVersion);

        Assert.Equal(3, await shelf.Versions.BringBack(shelf.Ann.Eyes(), paper, 1, "back"));
        Assert.Equal(3, await shelf.Versions.BringBack(shelf.Ann.Eyes(), paper, 1, "back"));

        Assert.Equal("one", await shelf.Reads(shelf.Ann, paper));
        Assert.Equal(1, (await shelf.Versions.Of(shelf.Ann.Eyes(), paper))[0].RestoredFrom);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Versions.BringBack(shelf.Guest.Eyes(), paper, 1, "guest"));
    }

    [Theory, OnBoth]
    public async Task A_version_gets_a_name_and_loses_it_again(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one");

        await shelf.Versions.Label(shelf.Ben.Eyes(), paper, 1, " As sent\nto the client ");
        Assert.Equal("As sent to the client", (await shelf.Versions.Of(shelf.Guest.Eyes(), paper))[0].Label);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Versions.Label(shelf.Guest.Eyes(), paper, 1, "Mine"));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Versions.Label(shelf.Outsider.Eyes(), paper, 1, "Mine"));
        await Assert.ThrowsAsync<Refusal>(() =>
            shelf.Versions.Label(shelf.Ann.Eyes(), paper, 1, new string('x', DocumentVersion.LabelLimit + 1))
        );
        await Assert.ThrowsAsync<Refusal>(() => shelf.Versions.Label(shelf.Ann.Eyes(), paper, 2, "Late"));
        await shelf.Versions.Label(shelf.Ann.Eyes(), paper, 1, "");
        Assert.Null((await shelf.Versions.Of(shelf.Guest.Eyes(), paper))[0].Label);
    }

    [Theory, OnBoth]
    public async Task Who_has_checked_it_out_has_it_alone_until_it_is_checked_in(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one");
        await shelf.Versions.CheckOut(shelf.Ann.Eyes(), paper, "Back by\u202e\nnoon");
        var held = (await shelf.Row(shelf.Ben, paper))!.Lock!;
        Assert.Equal(("Ann Lee", "Back by noon"), (held.Person, held.Note));

        await Assert.ThrowsAsync<Refusal>(() => shelf.Bring(shelf.Ben, "Plan.txt", "two", same: SameName.NewVersion));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Rename(shelf.Owner.Eyes(), paper, "x"));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Versions.CheckOut(shelf.Ben.Eyes(), paper, null));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Versions.CheckIn(shelf.Ben.Eyes(), paper));
        await shelf.Bring(shelf.Ann, "Plan.txt", "mine", same: SameName.NewVersion);
        await shelf.Versions.CheckIn(shelf.Ann.Eyes(), paper);
        await shelf.Versions.CheckIn(shelf.Ann.Eyes(), paper);
        await shelf.Bring(shelf.Ben, "Plan.txt", "two", same: SameName.NewVersion);

        Assert.Null((await shelf.Row(shelf.Ben, paper))!.Lock);
        Assert.Equal([Verb.FileAdded, Verb.FileLocked, Verb.FileVersioned, Verb.FileUnlocked, Verb.FileVersioned], await shelf.Verbs());
    }

    [Theory, OnBoth]
    public async Task A_check_out_ends_by_itself_and_owners_break_it_before(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "one");
        await shelf.Versions.CheckOut(shelf.Ann.Eyes(), paper, null);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Versions.Break(shelf.Ben.Eyes(), paper));

        await shelf.Versions.Break(shelf.Owner.Eyes(), paper);
        await shelf.Versions.CheckOut(shelf.Ben.Eyes(), paper, null);
        shelf.Office.Clock.Advance(Checkout.Lasts + TimeSpan.FromSeconds(1));

        Assert.Null((await shelf.Row(shelf.Ben, paper))!.Lock);
        await shelf.Papers.Rename(shelf.Ann.Eyes(), paper, "Plan B.txt");
    }

    [Theory, OnBoth]
    public async Task A_folder_with_something_checked_out_by_others_is_not_removed(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", folder: folder);
        await shelf.Versions.CheckOut(shelf.Ann.Eyes(), paper, null);

        await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Remove(shelf.Ben.Eyes(), folder));
        await shelf.Papers.Remove(shelf.Ann.Eyes(), folder);
    }
}
