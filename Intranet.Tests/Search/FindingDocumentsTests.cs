using Intranet.App.Documents;
using Intranet.App.Documents.Talk;
using Intranet.App.Documents.Uploading;
using Intranet.App.Search;
using Intranet.App.Spaces;
using Intranet.Domain.People;
using Intranet.Tests.Documents;
using Intranet.Tests.World;

namespace Intranet.Tests.Search;

/// <summary>Documents are found by what they are called at once and by what they say when it was read.</summary>
public sealed class FindingDocumentsTests
{
    [Theory, OnBoth]
    public async Task A_document_is_found_by_its_name_and_its_words_which_are_marked(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var plans = await shelf.Folder(shelf.Ann, "Plans");
        var said = await shelf.Document(shelf.Ann, "notes.txt", $"{new string('x', 25_000)} The café by the harbour", plans);
        var called = await shelf.Document(shelf.Ben, "Harbour_café-map.txt", "Nothing");

        Assert.Equal([called], (await Find(shelf, shelf.Guest, "harbour café")).Documents.Select(h => h.Id));
        await Read(shelf);
        var found = await Find(shelf, shelf.Guest, "CAFE harb");

        // A hit in the name comes first.
        Assert.Equal([called, said], found.Documents.Select(h => h.Id));
        Assert.Equal(
            (2, "Ann Lee in Turbine, Plans", $"/documents/{said}"),
            (found.DocumentCount.Number, found.Documents[1].Detail, found.Documents[1].Href)
        );
        Assert.Contains(found.Documents[1].Said!.Parts(), p => p == ("harbour", true));
        Assert.Equal([called], (await shelf.Office.Get<Searching>().Suggest(shelf.Guest.Eyes(), "harb")).Documents.Select(h => h.Id));
        Assert.Empty((await Find(shelf, shelf.Guest, "harbour nowhere")).Documents);
    }

    [Theory, OnBoth]
    public async Task A_document_is_found_by_what_is_said_about_it_as_long_as_it_is_said(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (plan, remarks) = (await shelf.Document(shelf.Ann, "plan.txt", "Words"), shelf.Office.Get<Remarks>());
        await Read(shelf);

        var said = await remarks.Say(shelf.Ben.Eyes(), plan, "Ask the *harbourmaster*", asks: false, "key");
        Assert.Equal([plan], (await Find(shelf, shelf.Guest, "words harbourm")).Documents.Select(h => h.Id));
        Assert.Empty((await Find(shelf, shelf.Outsider, "harbourmaster")).Documents);
        await remarks.Rewrite(shelf.Ben.Eyes(), said, "Ask the pilot");
        Assert.Empty((await Find(shelf, shelf.Guest, "harbourmaster")).Documents);
        Assert.Single((await Find(shelf, shelf.Guest, "pilot")).Documents);
        await remarks.Remove(shelf.Ben.Eyes(), said);
        Assert.Empty((await Find(shelf, shelf.Guest, "pilot")).Documents);
        Assert.Single((await Find(shelf, shelf.Guest, "words")).Documents);
    }

    [Theory, OnBoth]
    public async Task New_versions_new_names_the_trash_and_what_comes_out_of_it_are_known(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var folder = await shelf.Folder(shelf.Ann, "Plans");
        var paper = await shelf.Document(shelf.Ann, "plan.txt", "gearbox", folder);
        await Read(shelf);
        Assert.Equal([paper], await Ids("gearbox"));

        await shelf.Bring(shelf.Ben, "plan.txt", "rotor", folder, SameName.NewVersion);
        await Read(shelf);
        Assert.Empty(await Ids("gearbox"));
        Assert.Equal([paper], await Ids("rotor"));

        await shelf.Papers.Rename(shelf.Ann.Eyes(), paper, "scheme.txt");
        Assert.Empty(await Ids("plan"));
        Assert.Equal([paper], await Ids("scheme rotor"));

        await shelf.Papers.Remove(shelf.Ann.Eyes(), folder);
        Assert.Equal((0, 0), ((await Ids("rotor")).Length, (await Find(shelf, shelf.Ann, "rotor")).Count.Number));
        await shelf.Papers.Restore(shelf.Ann.Eyes(), folder);
        Assert.Equal([paper], await Ids("rotor"));

        async Task<Guid[]> Ids(string text) => [.. (await Find(shelf, shelf.Ann, text)).Documents.Select(h => h.Id)];
    }

    [Theory, OnBoth]
    public async Task Outsiders_those_who_left_and_guests_of_elsewhere_find_neither_the_document_nor_its_number(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        await shelf.Document(shelf.Ann, "merger.txt", "canary");
        await Read(shelf);
        Assert.Equal(1, (await Find(shelf, shelf.Ben, "canary")).Count.Number);
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);

        foreach (var who in new[] { shelf.Outsider, shelf.Ben, await shelf.Office.Guest("Gus Guest") })
        foreach (var question in new[] { "merger", "canary" })
        {
            Assert.Equal(0, (await Find(shelf, who, question)).Count.Number);
            Assert.Empty((await shelf.Office.Get<Searching>().Suggest(who.Eyes(), question)).Documents);
        }
    }

    [Theory, OnBoth]
    public async Task A_text_of_too_many_different_words_is_kept_as_far_as_it_goes(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var words = string.Join(' ', Enumerable.Range(0, 130_000).Select(i => $"w{i:x}"));
        var paper = await shelf.Document(shelf.Ann, "words.txt", words);

        await Read(shelf);

        Assert.Equal([paper], (await Find(shelf, shelf.Ann, "w1f w2a")).Documents.Select(h => h.Id));
    }

    [Fact]
    public void A_hit_says_on_which_page_it_stands_where_there_are_pages()
    {
        Assert.Equal(3, Snippet.Around("One page\n\f\fThe harbour, and again the harbour\n\f", ["harbour"]).Page);
        Assert.Equal(1, Snippet.Around("The harbour\n\fAnother page", ["harbour"]).Page);
        Assert.Null(Snippet.Around("One page\n\fAnother page", ["harbour"]).Page);
        Assert.Null(Snippet.Around("The harbour", ["harbour"]).Page);
    }

    [Fact]
    public async Task What_was_saved_is_found_within_two_seconds()
    {
        await using var shelf = await Shelf.In(Office.Serve(Engine.Sqlite));
        await shelf.Document(shelf.Ann, "first.txt", "warm");
        while ((await Find(shelf, shelf.Ben, "warm")).Documents.Count == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);

        var paper = await shelf.Document(shelf.Ann, "plan.txt", "turbine");
        var since = TimeProvider.System.GetTimestamp();
        while ((await Find(shelf, shelf.Ben, "turbine")).Documents is not [{ } hit] || hit.Id != paper)
            await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.InRange(TimeProvider.System.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    private static Task<Found> Find(Shelf shelf, Person who, string text) => shelf.Office.Get<Searching>().Find(who.Eyes(), text);

    private static Task Read(Shelf shelf) => shelf.Office.Get<Librarian>().CatchUp(TestContext.Current.CancellationToken);
}
