using Intranet.App.Documents.Wiki;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Wiki;

public sealed class PagesTests
{
    [Theory, OnBoth]
    public async Task A_page_is_a_document_and_whoever_saves_makes_its_next_version(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var folder = await shelf.Folder(shelf.Ann, "How we work");
        var wanted = new NewPage(shelf.Room.Id, folder, "Stand-up / rules", "howto", "key");
        var page = await shelf.Office.Get<Pages>().Begin(shelf.Ann.Eyes(), wanted);
        Assert.Equal(page, await shelf.Office.Get<Pages>().Begin(shelf.Ann.Eyes(), wanted));

        var saved = await shelf.Write(shelf.Ben, page, 1, "# Rules\r\n\r\nBe short.  \u0000\n", "save");
        var again = await shelf.Write(shelf.Ben, page, 1, "# Rules\n\nBe short.", "save");
        var same = await shelf.Write(shelf.Ann, page, 2, "# Rules\n\nBe short.");

        Assert.Equal((2, 2, 2), (saved.Number, again.Number, same.Number));
        Assert.Equal(["Stand-up _ rules.md"], await shelf.Sees(shelf.Guest, folder));
        Assert.Equal("# Rules\n\nBe short.", await shelf.Reads(shelf.Guest, page));
        Assert.StartsWith("## What it is for", await shelf.Reads(shelf.Guest, page, 1));
        Assert.Equal([Verb.FolderMade, Verb.FileAdded, Verb.WikiEdited], await shelf.Verbs());
        Assert.False(saved.Merged);
    }

    [Theory, OnBoth]
    public async Task Who_saves_after_somebody_else_adds_to_what_that_one_wrote(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var page = await shelf.Written(shelf.Ann, "Plan", "one\ntwo\nthree");

        await shelf.Write(shelf.Ben, page, 2, "ONE\ntwo\nthree");
        var merged = await shelf.Write(shelf.Ann, page, 2, "one\ntwo\nTHREE");

        Assert.True(merged.Merged);
        Assert.Equal(4, merged.Number);
        Assert.Equal("ONE\ntwo\nTHREE", await shelf.Reads(shelf.Ben, page));
        Assert.Equal("Merged with version 3", (await shelf.Versions.Of(shelf.Ben.Eyes(), page))[0].Note);
    }

    [Theory, OnBoth]
    public async Task Where_both_changed_the_same_lines_nothing_is_saved_until_one_of_them_has_chosen(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var page = await shelf.Written(shelf.Ann, "Plan", "one\ntwo\nthree");
        await shelf.Write(shelf.Ben, page, 2, "one\nBen's two\nthree");

        var clash = await shelf.Write(shelf.Ann, page, 2, "one\nAnn's two\nTHREE", "key");
        Assert.Equal("one\nBen's two\nthree", await shelf.Reads(shelf.Ann, page));
        var chosen = clash.Clash!.Text();
        var saved = await shelf.Write(shelf.Ann, page, clash.Clash.Number, chosen, "key");

        Assert.Equal(4, saved.Number);
        Assert.Equal("one\nBen's two\nthree\nAnn's two\nTHREE", await shelf.Reads(shelf.Ben, page));
    }

    [Theory, OnBoth]
    public async Task Many_who_save_at_the_same_moment_lose_nothing(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var text = string.Join('\n', Enumerable.Range(0, 8).Select(i => $"line {i}\n"));
        var page = await shelf.Written(shelf.Ann, "Plan", text);

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => shelf.Write(i % 2 == 0 ? shelf.Ann : shelf.Ben, page, 2, text.Replace($"line {i}", $"done {i}")))
        );

        var read = await shelf.Reads(shelf.Guest, page);
        Assert.All(Enumerable.Range(0, 8), i => Assert.Contains($"done {i}", read));
        Assert.Equal(10, (await shelf.Versions.Of(shelf.Ann.Eyes(), page)).Count);
    }

    [Theory, OnBoth]
    public async Task Who_may_not_file_does_not_write_and_who_stands_outside_finds_nothing(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var pages = shelf.Office.Get<Pages>();
        var page = await shelf.Written(shelf.Ann, "Plan", "one");
        Assert.Equal("one", (await pages.Open(shelf.Ben.Eyes(), page))!.Text);
        Assert.Equal(3, (await shelf.Write(shelf.Ben, page, 2, "two")).Number);
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);

        foreach (var who in new[] { shelf.Ben, shelf.Outsider, shelf.Guest })
        {
            await Assert.ThrowsAsync<Refusal>(() => shelf.Write(who, page, 3, "mine"));
            await Assert.ThrowsAsync<Refusal>(() => shelf.Page(who, "Other"));
        }
        Assert.Null(await pages.Open(shelf.Ben.Eyes(), page));
        Assert.Null(await pages.Open(shelf.Outsider.Eyes(), page));
        await Assert.ThrowsAsync<Refusal>(() => pages.Open(shelf.Guest.Eyes(), page));
        await shelf.Office.Get<Premises>().Archive(shelf.Owner.Eyes(), shelf.Room.Id);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Write(shelf.Ann, page, 3, "late"));
        await Assert.ThrowsAsync<Refusal>(() => pages.Open(shelf.Ann.Eyes(), page));
        Assert.Equal("two", await shelf.Reads(shelf.Ann, page));
    }

    [Theory, OnBoth]
    public async Task Guests_of_a_client_room_write_in_its_pages(Engine engine)
    {
        await using var shelf = await Shelf.In(engine, SpacePurpose.ClientRoom);
        var page = await shelf.Written(shelf.Guest, "Plan", "one");

        Assert.Equal("one", await shelf.Reads(shelf.Ann, page));
    }

    [Theory, OnBoth]
    public async Task What_somebody_has_checked_out_what_is_gone_and_what_is_no_page_is_not_written_in(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var page = await shelf.Written(shelf.Ann, "Plan", "one");
        var paper = await shelf.Document(shelf.Ann, "Plan.txt", "Words");
        await shelf.Versions.CheckOut(shelf.Ben.Eyes(), page, null);

        await Assert.ThrowsAsync<Refusal>(() => shelf.Write(shelf.Ann, page, 2, "mine"));
        Assert.Equal(3, (await shelf.Write(shelf.Ben, page, 2, "two")).Number);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Write(shelf.Ann, paper, 1, "mine"));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Write(shelf.Ben, page, 9, "from nowhere"));
        await shelf.Versions.CheckIn(shelf.Ben.Eyes(), page);
        await shelf.Papers.Remove(shelf.Ann.Eyes(), page);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Write(shelf.Ben, page, 3, "three"));
        Assert.Null(await shelf.Office.Get<Pages>().Open(shelf.Ben.Eyes(), page));
    }

    [Theory, OnBoth]
    public async Task What_does_not_fit_a_page_is_refused_with_its_limit(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var page = await shelf.Page(shelf.Ann, "Plan");
        var long_ = await shelf.Document(shelf.Ann, "Long.md", new string('x', PageTexts.Limit + 1));
        var print = await shelf.Document("Print.md", Content.Papers.Pdf("Page"));

        var refused = await Assert.ThrowsAsync<Refusal>(() => shelf.Write(shelf.Ann, page, 1, new string('x', PageTexts.Limit + 1)));
        Assert.Contains("20,000", refused.Message);
        await Assert.ThrowsAsync<Refusal>(() => shelf.Office.Get<Pages>().Open(shelf.Ann.Eyes(), long_));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Office.Get<Pages>().Open(shelf.Ann.Eyes(), print));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Page(shelf.Ann, "plan"));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Page(shelf.Ann, "  "));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Page(shelf.Ann, "Other", template: "nonsense"));
        Assert.Equal("", (await shelf.Office.Get<Pages>().Open(shelf.Ann.Eyes(), page))!.Text);
    }

    [Theory, OnBoth]
    public async Task A_page_marked_as_template_is_what_others_of_its_space_begin_with(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var form = await shelf.Written(shelf.Ann, "Visit form", "## Who came");
        var other = await shelf.Written(shelf.Ann, "Secret thoughts", "mine");
        await shelf.Office.Get<Care>().Tend(shelf.Ann.Eyes(), form, null, null, isTemplate: true);

        var choices = await shelf.Office.Get<PageTemplates>().Of(shelf.Ben.Eyes(), shelf.Room.Id);
        Assert.Equal(($"{form}", "Visit form"), choices[^1]);
        Assert.DoesNotContain(choices, c => c.Name == "Secret thoughts");
        var page = await shelf.Page(shelf.Ben, "Visit of May", template: $"{form}");

        Assert.Equal("## Who came", await shelf.Reads(shelf.Ben, page));
        await Assert.ThrowsAsync<Refusal>(() => shelf.Page(shelf.Ben, "Other", template: $"{other}"));
        Assert.DoesNotContain(
            await shelf.Office.Get<PageTemplates>().Of(shelf.Outsider.Eyes(), shelf.Room.Id),
            c => c.Name == "Visit form"
        );
    }
}
