using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

public sealed class PapersTests
{
    [Theory, OnBoth]
    public async Task Folders_come_first_and_names_follow_whatever_their_case(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await shelf.Document(shelf.Ann, "beta.txt");
        await shelf.Document(shelf.Ann, "Alpha.txt");
        await shelf.Folder(shelf.Ann, "Zebra");
        await shelf.Folder(shelf.Ben, "apple");

        Assert.Equal(["apple", "Zebra", "Alpha.txt", "beta.txt"], await shelf.Sees(shelf.Owner));
        Assert.Empty(await shelf.Sees(shelf.Outsider));
        Assert.Null(await shelf.Folders.Look(shelf.Outsider.Eyes(), shelf.Room.Id, null));
    }

    [Theory, OnBoth]
    public async Task A_page_goes_on_after_the_last_line_of_the_one_before(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        for (var i = 0; i < 7; i++)
            await shelf.Folder(shelf.Ann, $"Folder {i}");
        var first = await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, null, size: 3);

        var second = await shelf.Folders.Page(shelf.Ann.Eyes(), shelf.Room.Id, null, first[2], size: 3);

        Assert.Equal(["Folder 3", "Folder 4", "Folder 5", "Folder 6"], second.Select(r => r.Name));
    }

    [Theory, OnBoth]
    public async Task Each_act_stands_in_the_ledger_once_however_often_it_is_sent(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var folder = await shelf.Papers.MakeFolder(shelf.Ann.Eyes(), shelf.Room.Id, null, "Plans", "same-key");
        Assert.Equal(folder, await shelf.Papers.MakeFolder(shelf.Ann.Eyes(), shelf.Room.Id, null, "Plans", "same-key"));
        var paper = await shelf.Document(shelf.Ann, "a.txt");
        foreach (var _ in Enumerable.Range(0, 2))
            await shelf.Papers.Rename(shelf.Ann.Eyes(), paper, "b.txt");
        foreach (var _ in Enumerable.Range(0, 2))
            await shelf.Papers.Move(shelf.Ann.Eyes(), paper, folder);
        await shelf.Papers.Remove(shelf.Ann.Eyes(), paper);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Remove(shelf.Ann.Eyes(), paper));
        foreach (var _ in Enumerable.Range(0, 2))
            await shelf.Papers.Restore(shelf.Ben.Eyes(), paper);

        Assert.Equal(
            [Verb.FolderMade, Verb.FileAdded, Verb.FileRenamed, Verb.FileMoved, Verb.FileRemoved, Verb.FileRestored],
            await shelf.Verbs()
        );
        Assert.Equal(["b.txt"], await shelf.Sees(shelf.Guest, folder));
    }

    [Theory, OnBoth]
    public async Task What_lies_in_a_folder_follows_it_and_the_trail_tells_where(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var a = await shelf.Folder(shelf.Ann, "A");
        var b = await shelf.Folder(shelf.Ann, "B", a);
        var c = await shelf.Folder(shelf.Ann, "C", b);
        var other = await shelf.Folder(shelf.Ann, "Other");

        await shelf.Papers.Move(shelf.Ann.Eyes(), b, other);

        Assert.Equal(["Other", "B", "C"], (await shelf.Folders.Look(shelf.Ann.Eyes(), shelf.Room.Id, c))!.Trail.Select(t => t.Name));
        var into = await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Move(shelf.Ann.Eyes(), other, c));
        Assert.Equal("A folder cannot be moved into itself.", into.Message);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Move(shelf.Ann.Eyes(), other, other));
    }

    [Theory, OnBoth]
    public async Task Folders_go_only_so_deep_also_when_they_are_moved(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        Guid? last = null;
        for (var depth = 1; depth <= Node.MostDeep; depth++)
            last = await shelf.Folder(shelf.Ann, $"Level {depth}", last);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Folder(shelf.Ann, "Too deep", last));
        var top = await shelf.Folder(shelf.Ann, "Top");
        await shelf.Folder(shelf.Ann, "Below", top);
        var trail = (await shelf.Folders.Look(shelf.Ann.Eyes(), shelf.Room.Id, last))!.Trail;

        var refusal = await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Move(shelf.Ann.Eyes(), top, trail[^2].Id));

        Assert.Equal($"Folders go {Node.MostDeep} deep at most.", refusal.Message);
        Assert.Equal("Top", (await shelf.Folders.Look(shelf.Ann.Eyes(), shelf.Room.Id, top))!.Trail.Single().Name);
    }

    [Theory, OnBoth]
    public async Task A_removed_folder_takes_all_along_and_brings_it_back_but_not_what_was_removed_before(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        var inner = await shelf.Folder(shelf.Ann, "Inner", folder);
        var kept = await shelf.Document(shelf.Ann, "kept.txt", folder: inner);
        var gone = await shelf.Document(shelf.Ann, "gone.txt", folder: inner);
        await shelf.Papers.Remove(shelf.Ann.Eyes(), gone);

        await shelf.Papers.Remove(shelf.Ben.Eyes(), folder);

        Assert.Null(await shelf.Reads(shelf.Ann, kept));
        Assert.Null(await shelf.Folders.Look(shelf.Ann.Eyes(), shelf.Room.Id, inner));
        Assert.Equal(
            [("Plans", "Ben Okoro"), ("gone.txt", "Ann Lee")],
            (await shelf.Folders.Trash(shelf.Ann.Eyes(), shelf.Room.Id))
                .OrderBy(r => r.Name, StringComparer.Ordinal)
                .Select(r => (r.Name, r.By))
        );
        Assert.Empty(await shelf.Folders.Trash(shelf.Outsider.Eyes(), shelf.Room.Id));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Restore(shelf.Ann.Eyes(), kept));

        await shelf.Papers.Restore(shelf.Ann.Eyes(), folder);
        Assert.Equal(["kept.txt"], await shelf.Sees(shelf.Ann, inner));
        Assert.Equal("Words", await shelf.Reads(shelf.Ann, kept));
    }

    [Theory, OnBoth]
    public async Task What_comes_back_finds_another_name_or_the_top_when_its_place_is_gone(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        var inside = await shelf.Document(shelf.Ann, "plan.txt", folder: folder);
        await shelf.Papers.Remove(shelf.Ann.Eyes(), inside);
        await shelf.Papers.Remove(shelf.Ann.Eyes(), folder);
        await shelf.Document(shelf.Ann, "PLAN.txt");

        await shelf.Papers.Restore(shelf.Ann.Eyes(), inside);

        Assert.Equal(["plan (2).txt", "PLAN.txt"], await shelf.Sees(shelf.Ann));
    }

    [Theory, OnBoth]
    public async Task A_name_is_taken_once_per_folder_also_when_two_come_at_the_same_moment(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);

        var results = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => shelf.Folder(shelf.Ann, "Plans"))))
        );

        Assert.Equal(1, results.Count(r => r is null));
        Assert.All(results.Where(r => r is not null), r => Assert.IsType<Refusal>(r));
        Assert.Equal(["Plans"], await shelf.Sees(shelf.Ann));
    }
}
