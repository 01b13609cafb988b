using Intranet.App.Documents;
using Intranet.App.Documents.Talk;
using Intranet.App.Spaces;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents.Talk;
using Intranet.Tests.World;

namespace Intranet.Tests.Documents.Talk;

public sealed class RemarksTests
{
    [Theory, OnBoth]
    public async Task Whoever_reads_a_document_asks_about_it_and_its_writer_hears_of_it(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (paper, remarks) = (await shelf.Document(shelf.Ann, "Plan.txt"), shelf.Office.Get<Remarks>());

        var asked = await remarks.Say(shelf.Guest.Eyes(), paper, "Until **when**?\u0000", asks: true, "key");
        Assert.Equal(asked, await remarks.Say(shelf.Guest.Eyes(), paper, "Until when?", asks: true, "key"));
        shelf.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await remarks.Say(shelf.Ben.Eyes(), paper, "Until May <script>", asks: false, "key");
        Assert.Equal(new TalkCount(2, 1), (await shelf.Row(shelf.Ben, paper))!.Talk);
        await remarks.Settle(shelf.Guest.Eyes(), asked, settled: true);

        Assert.Equal(new TalkCount(2, 0), (await shelf.Row(shelf.Ben, paper))!.Talk);
        var view = await remarks.Of(shelf.Owner.Eyes(), paper);
        Assert.Equal([("Gina Guest", true, true), ("Ben Okoro", false, false)], view.Rows.Select(r => (r.Author, r.Asks, r.Settled)));
        Assert.Contains("<strong>when</strong>", view.Rows[0].Html.ToString());
        Assert.DoesNotContain("<script", view.Rows[1].Html.ToString());
        Assert.Equal([Verb.FileCommented, Verb.FileCommented], await shelf.Hears(shelf.Ann));
        Assert.Equal([Verb.FileCommented], await shelf.Hears(shelf.Guest));
        Assert.Empty(await shelf.Hears(shelf.Owner));
    }

    [Theory, OnBoth]
    public async Task What_is_said_about_an_old_version_stands_with_that_version(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (paper, remarks) = (await shelf.Document(shelf.Ann, "Plan.txt", "1"), shelf.Office.Get<Remarks>());
        await shelf.Bring(shelf.Ann, "Plan.txt", "2", same: App.Documents.Uploading.SameName.NewVersion);

        await remarks.Say(shelf.Ben.Eyes(), paper, "Then it was right.", asks: false, "old", 1);
        await remarks.Say(shelf.Ben.Eyes(), paper, "Now it is not.", asks: false, "new");

        Assert.Equal([1, 2], (await remarks.Of(shelf.Ben.Eyes(), paper)).Rows.Select(r => r.Number).Order());
        await Assert.ThrowsAsync<Refusal>(() => remarks.Say(shelf.Ben.Eyes(), paper, "What?", asks: false, "none", 3));
    }

    [Theory, OnBoth]
    public async Task Who_is_named_hears_of_it_once_and_who_may_not_see_the_document_does_not(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (paper, remarks) = (await shelf.Document(shelf.Ann, "Plan.txt"), shelf.Office.Get<Remarks>());
        Assert.Empty(await shelf.Hears(shelf.Ben));
        await shelf.Office.Get<Watches>().Set(shelf.Ben.Eyes(), paper, true);
        var both =
            $"@[Ben](person:{shelf.Ben.Id}) and @[Otto](person:{shelf.Outsider.Id}), what do you say? `@[Owner](person:{shelf.Owner.Id})`";

        var said = await remarks.Say(shelf.Ann.Eyes(), paper, both, asks: true, "key");
        await remarks.Rewrite(shelf.Ann.Eyes(), said, $"{both} Today?");

        Assert.Equal([Verb.Mentioned], await shelf.Hears(shelf.Ben));
        Assert.Empty(await shelf.Hears(shelf.Outsider));
        Assert.Empty(await shelf.Hears(shelf.Owner));
        var shown = Assert.Single((await remarks.Of(shelf.Ben.Eyes(), paper)).Rows).Html.ToString();
        Assert.Contains($"href=\"/people/{shelf.Ben.Id}\"", shown);
    }

    [Theory, OnBoth]
    public async Task Only_its_writer_changes_a_comment_and_a_moderator_may_remove_it(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (paper, remarks) = (await shelf.Document(shelf.Ann, "Plan.txt"), shelf.Office.Get<Remarks>());
        var said = await remarks.Say(shelf.Ben.Eyes(), paper, "Fine", asks: false, "key");

        await Assert.ThrowsAsync<Refusal>(() => remarks.Rewrite(shelf.Owner.Eyes(), said, "Not fine"));
        await Assert.ThrowsAsync<Refusal>(() => remarks.Remove(shelf.Ann.Eyes(), said));
        await Assert.ThrowsAsync<Refusal>(() => remarks.Settle(shelf.Ann.Eyes(), said, true));
        await remarks.Rewrite(shelf.Ben.Eyes(), said, "Very fine");
        Assert.Equal("Very fine", Assert.Single((await remarks.Of(shelf.Ann.Eyes(), paper)).Rows).Text);
        await remarks.Remove(shelf.Owner.Eyes(), said);

        Assert.Empty((await remarks.Of(shelf.Ann.Eyes(), paper)).Rows);
        await Assert.ThrowsAsync<Refusal>(() => remarks.Rewrite(shelf.Ben.Eyes(), said, "Back again"));
    }

    [Theory, OnBoth]
    public async Task Who_stands_outside_reads_and_says_nothing(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (paper, remarks) = (await shelf.Document(shelf.Ann, "Plan.txt"), shelf.Office.Get<Remarks>());
        var said = await remarks.Say(shelf.Ben.Eyes(), paper, "Fine", asks: true, "key");
        await shelf.Office.Get<Rosters>().Remove(shelf.Owner.Eyes(), shelf.Room.Id, shelf.Ben.Id);

        foreach (var who in new[] { shelf.Outsider, shelf.Ben })
        {
            Assert.Empty((await remarks.Of(who.Eyes(), paper)).Rows);
            await Assert.ThrowsAsync<Refusal>(() => remarks.Say(who.Eyes(), paper, "Hello", false, "other"));
            await Assert.ThrowsAsync<Refusal>(() => remarks.Rewrite(who.Eyes(), said, "Hello"));
            await Assert.ThrowsAsync<Refusal>(() => remarks.Remove(who.Eyes(), said));
            await Assert.ThrowsAsync<Refusal>(() => remarks.Settle(who.Eyes(), said, true));
        }
        await shelf.Office.Get<Premises>().Archive(shelf.Owner.Eyes(), shelf.Room.Id);
        Assert.False((await remarks.Of(shelf.Ann.Eyes(), paper)).MaySay);
        await Assert.ThrowsAsync<Refusal>(() => remarks.Say(shelf.Ann.Eyes(), paper, "Hello", false, "other"));
    }

    [Theory, OnBoth]
    public async Task What_is_empty_or_too_long_is_refused_with_its_limit(Engine engine)
    {
        await using var shelf = await Shelf.In(engine);
        var (paper, remarks) = (await shelf.Document(shelf.Ann, "Plan.txt"), shelf.Office.Get<Remarks>());

        await Assert.ThrowsAsync<Refusal>(() => remarks.Say(shelf.Ann.Eyes(), paper, " \n ", false, "a"));
        var long_ = await Assert.ThrowsAsync<Refusal>(() =>
            remarks.Say(shelf.Ann.Eyes(), paper, new string('x', Remark.Limit + 1), false, "b")
        );
        Assert.Contains("4,000", long_.Message);
        await shelf.Papers.Remove(shelf.Ann.Eyes(), paper);
        await Assert.ThrowsAsync<Refusal>(() => remarks.Say(shelf.Ann.Eyes(), paper, "Late", false, "c"));
    }
}
