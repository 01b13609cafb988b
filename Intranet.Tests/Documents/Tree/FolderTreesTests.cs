using Intranet.App.Documents.Tree;
using Intranet.App.Live;
using Intranet.App.Spaces;
using Intranet.Domain.Documents;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.Feeds;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Tree;

public sealed class FolderTreesTests
{
    [Theory, OnBoth]
    public async Task The_folders_in_several_folders_come_at_once_by_name_and_say_whether_they_open(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (plans, drafts) = (await shelf.Folder(shelf.Ann, "Plans"), await shelf.Folder(shelf.Ann, "drafts"));
        var year = await shelf.Folder(shelf.Ann, "2026", plans);
        await shelf.Document(shelf.Ann, "a.txt", "Words", drafts);
        await shelf.Papers.Remove(shelf.Ann.Eyes(), await shelf.Folder(shelf.Ann, "Old", drafts));

        var read = await Read(shelf, shelf.Guest, shelf.Room.Id, plans, drafts);

        Assert.Equal([("drafts", false), ("Plans", true)], read[shelf.Room.Id].Select(b => (b.Name, b.Opens)));
        Assert.Equal([(year, false)], read[plans].Select(b => (b.Id, b.Opens)));
        Assert.Empty(read[drafts]);
    }

    [Theory, OnBoth]
    public async Task Who_may_not_see_the_space_sees_no_folder_of_it_and_no_other_space_s_through_it(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var plans = await shelf.Folder(shelf.Ann, "Plans");
        await shelf.Folder(shelf.Ann, "2026", plans);
        var hall = await shelf.Office.Room("Hall", Openness.Open, shelf.Outsider, shelf.Ann);
        Assert.Single(await Read(shelf, shelf.Ben, plans));

        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);

        foreach (var person in new[] { shelf.Outsider, shelf.Ben })
            Assert.Empty(await Read(shelf, person, shelf.Room.Id, plans));
        Assert.Empty(await shelf.Office.Get<FolderTrees>().In(shelf.Ann.Eyes(), hall.Id, [plans, shelf.Room.Id]));
    }

    [Theory, OnBoth]
    public async Task A_folder_with_very_many_in_it_shows_so_many_and_says_that_there_are_more(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await shelf.Office.Store.Write(
            shelf.Ann.Eyes(),
            async work =>
            {
                var member = await work.Standing(shelf.Room.Id);
                for (var i = 0; i < FolderTrees.Most + 5; i++)
                    work.Db.Nodes.Add(Filing.MakeFolder(member, Guid.CreateVersion7(), null, $"Folder {i:000}", shelf.Key(), work.Now));
            }
        );
        var tree = new FolderTree(shelf.Office.Get<FolderTrees>(), shelf.Ben.Eyes(), shelf.Room.Id);

        await tree.Open();

        Assert.Equal(FolderTrees.Most, tree.Below(shelf.Room.Id).Count());
        Assert.Equal("Folder 000", tree.Below(shelf.Room.Id).First().Name);
        Assert.True(tree.HasMore(shelf.Room.Id));
    }

    [Theory, OnBoth]
    public async Task An_open_tree_follows_what_others_do_and_is_empty_for_who_must_leave(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var plans = await shelf.Folder(shelf.Ann, "Plans");
        var tree = new FolderTree(shelf.Office.Get<FolderTrees>(), shelf.Ben.Eyes(), shelf.Room.Id);
        using var ear = shelf.Office.Announcer.Listen(Subject.Space(shelf.Room.Id), tree.Hear);
        await tree.Open(plans);

        var year = await shelf.Folder(shelf.Ann, "2026", plans);
        await Shows("Plans(2026)");
        await shelf.Papers.Rename(shelf.Ann.Eyes(), year, "2027");
        await Shows("Plans(2027)");
        await shelf.Papers.Move(shelf.Ann.Eyes(), year, null);
        await Shows("2027 Plans()");
        await shelf.Papers.Remove(shelf.Ann.Eyes(), plans);
        await Shows("2027");
        Assert.False(tree.IsOpen(plans));
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);
        await Shows("");

        Task Shows(string wanted) => OpenFeed.Until(() => Said(shelf.Room.Id) == wanted);

        string Said(Guid folder) =>
            string.Join(' ', tree.Below(folder).ToList().Select(b => tree.IsOpen(b.Id) ? $"{b.Name}({Said(b.Id)})" : b.Name));
    }

    private static async Task<ILookup<Guid, Branch>> Read(Shelf shelf, Person person, params Guid[] folders) =>
        await shelf.Office.Get<FolderTrees>().In(person.Eyes(), shelf.Room.Id, folders);
}
