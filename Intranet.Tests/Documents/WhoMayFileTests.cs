using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents;

public sealed class WhoMayFileTests
{
    [Theory, OnBoth]
    public async Task Who_stands_outside_changes_nothing_and_learns_nothing(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "secret.txt");

        var who = shelf.Outsider;
        var there = await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Rename(who.Eyes(), paper, "x"));
        var nowhere = await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Rename(who.Eyes(), Guid.CreateVersion7(), "x"));
        Assert.Equal(nowhere.Message, there.Message);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Remove(who.Eyes(), paper));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Move(who.Eyes(), paper, null));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Versions.CheckOut(who.Eyes(), paper, null));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Folder(who, "Mine"));
        Assert.Null(await shelf.Reads(who, paper));
        Assert.Empty(await shelf.Versions.Of(who.Eyes(), paper));
        Assert.Equal("Words", await shelf.Reads(shelf.Guest, paper));
    }

    [Theory]
    [OnBoth(SpacePurpose.ClientRoom, true)]
    [OnBoth(SpacePurpose.Project, false)]
    public async Task Guests_file_in_client_rooms_only(Engine engine, SpacePurpose purpose, bool may)
    {
        await using var shelf = await Shelf.In(engine, purpose);

        Assert.Equal(may, (await shelf.Folders.Look(shelf.Guest.Eyes(), shelf.Room.Id, null))!.MayFile);
        if (may)
            await shelf.Folder(shelf.Guest, "Mine");
        else
            await Assert.ThrowsAsync<Refusal>(() => shelf.Folder(shelf.Guest, "Mine"));
    }

    [Theory, OnBoth]
    public async Task An_archived_space_is_read_and_not_changed(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var paper = await shelf.Document(shelf.Ann, "a.txt");
        await shelf.Office.Get<Premises>().Archive(shelf.Owner.Eyes(), shelf.Room.Id);

        Assert.Equal("Words", await shelf.Reads(shelf.Ann, paper));
        foreach (var who in new[] { shelf.Ann, shelf.Owner })
        {
            await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Rename(who.Eyes(), paper, "b.txt"));
            await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Remove(who.Eyes(), paper));
            await Assert.ThrowsAsync<Refusal>(() => shelf.Bring(who, "b.txt", "x"));
            await Assert.ThrowsAsync<Refusal>(() => shelf.Versions.CheckOut(who.Eyes(), paper, null));
        }
    }
}
