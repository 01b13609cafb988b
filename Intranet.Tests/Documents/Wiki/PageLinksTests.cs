using Intranet.App.Documents;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Wiki;
using Intranet.App.Spaces;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Wiki;

public sealed class PageLinksTests
{
    [Theory, OnBoth]
    public async Task Links_by_hand_are_settled_by_id_and_survive_renaming_and_moving(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var plans = await shelf.Folder(shelf.Ann, "Plans");
        var inner = await shelf.Folder(shelf.Ann, "Inner", plans);
        var paper = await shelf.Document(shelf.Ann, "Budget.pdf.txt", folder: inner);
        var goal = await shelf.Written(shelf.Ann, "Goal", "What we want", plans);
        var top = await shelf.Written(shelf.Ann, "Top", "Top");

        var page = await shelf.Written(
            shelf.Ann,
            "Start",
            "[[goal]], [money](Inner/budget.pdf.txt), [up](../Top.md), [[Nowhere]], [no](../../../Top.md)",
            plans
        );

        Assert.Equal(
            $"[Goal](/documents/{goal}), [money](/documents/{paper}), [up](/documents/{top}), [[Nowhere]], [no](../../../Top.md)",
            await shelf.Reads(shelf.Ann, page)
        );
        Assert.Contains("Nowhere (leads to no page yet)", await Shown(shelf, shelf.Ben, page));
        await shelf.Papers.Rename(shelf.Ann.Eyes(), goal, "Aim.md");
        await shelf.Papers.Move(shelf.Ann.Eyes(), goal, null);
        Assert.Contains($"href=\"/documents/{goal}\"", await Shown(shelf, shelf.Ben, page));
    }

    [Theory, OnBoth]
    public async Task What_was_saved_on_the_desktop_or_is_only_previewed_leads_by_its_names(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var goal = await shelf.Written(shelf.Ann, "Goal & aim", "What we want");
        var page = (await shelf.Bring(shelf.Ann, "Start.md", "[[goal & aim|ours]], [[Nowhere]], `[[goal & aim]]`")).Document!.Value;

        var shown = await Shown(shelf, shelf.Ben, page);
        var preview = (await shelf.Office.Get<PageViews>().Draw(shelf.Ann.Eyes(), page, "[[Goal & aim]] and [[Nowhere]]")).Value;

        Assert.Contains($"<a href=\"/documents/{goal}\">ours</a>", shown);
        Assert.Contains("Nowhere (leads to no page yet)", shown);
        Assert.Contains("<code>[[goal &amp; aim]]</code>", shown);
        Assert.Contains($"<a href=\"/documents/{goal}\">Goal &amp; aim</a>", preview);
        Assert.Contains("Nowhere (leads to no page yet)", preview);
    }

    [Theory, OnBoth]
    public async Task A_name_that_two_carry_means_the_one_beside_the_page_or_neither(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (one, two) = (await shelf.Folder(shelf.Ann, "One"), await shelf.Folder(shelf.Ann, "Two"));
        var near = await shelf.Written(shelf.Ann, "Goal", "1", one);
        await shelf.Written(shelf.Ann, "Goal", "2", two);

        var beside = await shelf.Written(shelf.Ann, "Beside", "[[Goal]]", one);
        var above = await shelf.Written(shelf.Ann, "Above", "[[Goal]]");

        Assert.Equal($"[Goal](/documents/{near})", await shelf.Reads(shelf.Ann, beside));
        Assert.Equal("[[Goal]]", await shelf.Reads(shelf.Ann, above));
    }

    [Theory, OnBoth]
    public async Task Nobody_is_told_the_name_of_what_they_may_not_see(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var closed = await shelf.Office.Room("Board", Openness.Secret, shelf.Ann);
        var secret = await shelf
            .Office.Get<Pages>()
            .Begin(shelf.Ann.Eyes(), new NewPage(closed.Id, null, "Closing the plant", "empty", "key"));
        var links = shelf.Office.Get<PageLinks>();

        var found = Assert.Single(await links.Find(shelf.Ann.Eyes(), shelf.Room.Id, "closing"));
        Assert.Equal(("Board", $"[](/documents/{secret})"), (found.Space, found.Markdown));
        Assert.Empty(await links.Find(shelf.Ben.Eyes(), shelf.Room.Id, "closing"));
        Assert.Empty(await links.Find(shelf.Outsider.Eyes(), shelf.Room.Id, ""));
        var page = await shelf.Written(
            shelf.Ann,
            "Start",
            $"See {found.Markdown} and [[Closing the plant]] and [words](/documents/{secret})"
        );

        var (mine, theirs) = (await Shown(shelf, shelf.Ann, page), await Shown(shelf, shelf.Ben, page));
        Assert.Contains($"href=\"/documents/{secret}\">Closing the plant</a>", mine);
        Assert.DoesNotContain($"{secret}", theirs);
        Assert.Contains("a document that is not here for you", theirs);
        Assert.Contains("words (not here for you)", theirs);
        Assert.Contains("[[Closing the plant]]", await shelf.Reads(shelf.Ben, page));
    }

    [Theory, OnBoth]
    public async Task What_links_here_is_known_whichever_way_the_text_came_and_only_to_who_may_see_it(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var goal = await shelf.Written(shelf.Ann, "Goal", "What we want");
        var page = await shelf.Written(shelf.Ann, "Start", $"[goal](/documents/{goal})");
        var sent = await shelf.Document(shelf.Ben, "Sent.md", $"[goal](/documents/{goal}) [self](/documents/{goal})");
        var closed = await shelf.Office.Room("Board", Openness.Secret, shelf.Ann);
        var pages = shelf.Office.Get<Pages>();
        var secret = await pages.Begin(shelf.Ann.Eyes(), new NewPage(closed.Id, null, "Secret", "empty", "key"));
        await pages.Save(shelf.Ann.Eyes(), new PageChange(secret, 1, $"[goal](/documents/{goal})", null, "save"));
        await shelf.Office.Get<Librarian>().CatchUp(TestContext.Current.CancellationToken);

        Assert.Equal(["Secret.md", "Sent.md", "Start.md"], await Back(shelf, shelf.Ann, goal));
        Assert.Equal(["Sent.md", "Start.md"], await Back(shelf, shelf.Guest, goal));
        await shelf.Write(shelf.Ann, page, 2, "No link any more");
        await shelf.Papers.Remove(shelf.Ben.Eyes(), sent);
        await shelf.Office.Get<Librarian>().CatchUp(TestContext.Current.CancellationToken);
        Assert.Empty(await Back(shelf, shelf.Guest, goal));
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);
        Assert.Null(await shelf.Looks.At(shelf.Ben.Eyes(), goal, null));
    }

    [Theory, OnBoth]
    public async Task Headings_have_addresses_of_their_own(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var page = await shelf.Written(shelf.Ann, "Rules", "# Größe & <b>Form</b>\n\ntext\n\n## Form\n\n## Form\n\n## ???");

        var contents = (await View(shelf, shelf.Ben, page)).Text.Contents;

        Assert.Equal(
            [("s-größe-b-form-b", 3), ("s-form", 4), ("s-form-2", 4), ("s-", 4)],
            contents.Select(h => (h.Address[$"/documents/{page}#".Length..], h.Level))
        );
        Assert.Contains("<h4 id=\"s-form-2\">Form</h4>", (await View(shelf, shelf.Ben, page)).Text.Html.Value);
    }

    private static async Task<IEnumerable<string>> Back(Shelf shelf, Person who, Guid page) =>
        (await View(shelf, who, page)).Back.Select(b => b.Name);

    private static async Task<string> Shown(Shelf shelf, Person who, Guid page) => (await View(shelf, who, page)).Text.Html.Value;

    private static async Task<PageView> View(Shelf shelf, Person who, Guid page)
    {
        var look = (await shelf.Looks.At(who.Eyes(), page, null))!;
        var written = Assert.IsType<Preview.Written>(await shelf.Looks.Open(who.Eyes(), look));
        return await shelf.Office.Get<PageViews>().Of(who.Eyes(), look, written.Html);
    }
}
