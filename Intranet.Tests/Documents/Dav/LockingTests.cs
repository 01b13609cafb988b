using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Dav;

/// <summary>A lock of a program is a check-out on the page, and the other way round.</summary>
public sealed class LockingTests
{
    private const string Plan = "Turbine/plan.txt";

    [Theory, OnBoth]
    public async Task A_program_that_locks_has_the_document_checked_out_until_it_unlocks(Engine engine)
    {
        await using var shelf = await Shelf.In(Office.Serve(engine));
        var paper = await shelf.Document(shelf.Ann, "plan.txt", "one");
        using var ann = await Desktop.Of(shelf, shelf.Ann);
        using var ben = await Desktop.Of(shelf, shelf.Ben);
        Assert.Equal(204, await ben.Status("PUT", Plan, "two"));

        var token = await ann.Lock(Plan);
        Assert.Equal("Ann Lee", (await shelf.Row(shelf.Ben, paper))?.Lock?.Person);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Papers.Rename(shelf.Ben.Eyes(), paper, "mine.txt"));
        foreach (var shown in new[] { ("X-None", ""), Desktop.Shows(token) })
        {
            Assert.NotEqual(204, await ben.Status("PUT", Plan, "three", shown));
            Assert.NotEqual(204, await ben.Status("DELETE", Plan, null, shown));
            Assert.NotEqual(201, await ben.Status("MOVE", Plan, null, ben.To("Turbine/other.txt"), shown));
        }
        Assert.Equal(423, await ann.Status("PUT", Plan, "another of my programs"));
        Assert.Equal(204, await ann.Status("PUT", Plan, "four", Desktop.Shows(token)));

        Assert.Equal(403, await ben.Status("UNLOCK", Plan, null, ("Lock-Token", token)));
        Assert.Equal(204, await ann.Status("UNLOCK", Plan, null, ("Lock-Token", token)));
        Assert.Null((await shelf.Row(shelf.Ben, paper))?.Lock);
        Assert.Equal(["one", "two", "four"], [await Reads(1), await Reads(2), await Reads(3)]);
        Assert.Equal(
            [Verb.FileAdded, Verb.FileVersioned, Verb.FileLocked, Verb.FileVersioned, Verb.FileUnlocked],
            (await shelf.Verbs()).Where(v => v is not (Verb.FileOpened or Verb.TokenMade))
        );
        Assert.All(await Channels(shelf), channel => Assert.Equal(Channel.WebDav, channel));

        Task<string?> Reads(int number) => shelf.Reads(shelf.Ben, paper, number);
    }

    [Theory, OnBoth]
    public async Task A_check_out_on_the_page_keeps_programs_of_others_out_and_outlives_ones_own_program(Engine engine)
    {
        await using var shelf = await Shelf.In(Office.Serve(engine));
        var paper = await shelf.Document(shelf.Ann, "plan.txt", "one");
        await shelf.Versions.CheckOut(shelf.Ann.Eyes(), paper, "Back at noon");
        using var ann = await Desktop.Of(shelf, shelf.Ann);
        using var ben = await Desktop.Of(shelf, shelf.Ben);

        Assert.Equal(423, await ben.Status("PUT", Plan, "mine"));
        Assert.Equal(423, await ben.Status("DELETE", "Turbine/plan.txt"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ben.Lock(Plan));
        Assert.Contains("Ann Lee", (await ben.Ask("PROPFIND", Plan, null, ("Depth", "0"))).Text);

        Assert.Equal(204, await ann.Status("PUT", Plan, "two"));
        var token = await ann.Lock(Plan);
        Assert.Equal(204, await ann.Status("UNLOCK", Plan, null, ("Lock-Token", token)));
        Assert.Equal("Back at noon", (await shelf.Row(shelf.Ben, paper))?.Lock?.Note);
    }

    [Fact]
    public async Task An_owner_who_breaks_the_lock_on_the_page_ends_the_programs_token()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        var paper = await shelf.Document(shelf.Ann, "plan.txt", "one");
        using var ann = await Desktop.Of(shelf, shelf.Ann);
        using var ben = await Desktop.Of(shelf, shelf.Ben);
        var token = await ann.Lock(Plan);

        await shelf.Versions.Break(shelf.Owner.Eyes(), paper);

        Assert.Equal(412, await ann.Status("PUT", Plan, "late", Desktop.Shows(token)));
        Assert.Equal(204, await ben.Status("PUT", Plan, "two"));
    }

    [Fact]
    public async Task A_locked_folder_is_closed_to_programs_without_its_token()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        await shelf.Folder(shelf.Ann, "drafts");
        using var ann = await Desktop.Of(shelf, shelf.Ann);
        using var ben = await Desktop.Of(shelf, shelf.Ben);
        var token = await ann.Lock("Turbine/drafts/");

        Assert.Equal(423, await ben.Status("PUT", "Turbine/drafts/plan.txt", "mine"));
        Assert.Equal(423, await ben.Status("DELETE", "Turbine/drafts"));
        Assert.Equal(
            201,
            await ann.Status("PUT", "Turbine/drafts/plan.txt", "mine", ("If", $"<{ann.To("Turbine/drafts").Item2}> ({token})"))
        );
    }

    private static Task<List<Channel>> Channels(Shelf shelf) =>
        shelf.Office.Store.Read(
            shelf.Owner.Eyes(),
            db =>
                Task.FromResult(
                    db.Activities.Where(a => a.Verb == Verb.FileLocked || a.Verb == Verb.FileVersioned).Select(a => a.Channel).ToList()
                )
        );
}
