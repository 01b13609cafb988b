using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Feeds;

public sealed class CorrectionsTests
{
    [Theory, OnBoth]
    public async Task The_author_edits_and_the_earlier_reading_is_kept(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "First", title: "Old");

        await cast.Corrections.Edit(cast.Ann.Eyes(), post, "New", "Second");

        var item = (await cast.Sees(cast.Ben, post))!;
        Assert.Equal(("New", true), (item.Card.Title, item.Card.Edited));
        Assert.Contains("Second", item.Card.Html);
        Assert.Equal(["First"], (await cast.Corrections.History(cast.Ben.Eyes(), post)).Select(r => r.Markdown));
        Assert.Empty(await cast.Corrections.History(cast.Outsider.Eyes(), post));
    }

    [Theory, OnBoth]
    public async Task Nobody_else_edits_not_even_the_owner(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Mine");

        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.Edit(cast.Owner.Eyes(), post, null, "Yours"));
        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.Edit(cast.Outsider.Eyes(), post, null, "Yours"));
    }

    [Theory, OnBoth]
    public async Task Having_written_it_is_no_access_to_it(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Mine");
        var comment = await cast.Answers(cast.Ann, post, "Mine too");
        await Expel(cast, cast.Ann);

        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.Edit(cast.Ann.Eyes(), post, null, "Changed"));
        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.Remove(cast.Ann.Eyes(), post));
        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.EditComment(cast.Ann.Eyes(), comment, "Changed"));
        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.RemoveComment(cast.Ann.Eyes(), comment));
        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.Source(cast.Ann.Eyes(), post, null));
        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.Source(cast.Ann.Eyes(), post, comment));
        Assert.Empty(await cast.Corrections.History(cast.Ann.Eyes(), post));
        Assert.Null(await cast.Sees(cast.Ann, post));
    }

    [Theory, OnBoth]
    public async Task A_removal_is_undone_by_who_did_it_for_a_day(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Here");
        await cast.Corrections.Remove(cast.Owner.Eyes(), post);
        Assert.Null(await cast.Sees(cast.Ben, post));

        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.Restore(cast.Ann.Eyes(), post));
        await cast.Corrections.Restore(cast.Owner.Eyes(), post);
        Assert.NotNull(await cast.Sees(cast.Ben, post));

        await cast.Corrections.Remove(cast.Owner.Eyes(), post);
        cast.Office.Clock.Advance(TimeSpan.FromHours(25));
        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.Restore(cast.Owner.Eyes(), post));
    }

    [Theory, OnBoth]
    public async Task Members_do_not_remove_each_others_words_moderators_do(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Here");
        var comment = await cast.Answers(cast.Ann, post, "And here");

        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.Remove(cast.Ben.Eyes(), post));
        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.RemoveComment(cast.Ben.Eyes(), comment));
        await cast.Corrections.RemoveComment(cast.Owner.Eyes(), comment);

        Assert.Equal(0, (await cast.Sees(cast.Ben, post))!.Card.Comments);
        await cast.Corrections.RestoreComment(cast.Owner.Eyes(), comment);
        Assert.Equal(1, (await cast.Sees(cast.Ben, post))!.Card.Comments);
    }

    [Theory, OnBoth]
    public async Task Moderators_pin_and_what_is_pinned_stands_on_top_of_its_space(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var old = await cast.Says(cast.Ann, "Rules");
        await cast.Says(cast.Ann, "Newer");

        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.Pin(cast.Ann.Eyes(), old, pinned: true));
        await cast.Corrections.Pin(cast.Owner.Eyes(), old, pinned: true);

        var feed = await cast.Pages.Read(cast.Ben.Eyes(), new FeedScope.Space(cast.Room.Id));
        Assert.Equal((old, true), (feed.Items[0].Id, feed.Items[0].Held));
        Assert.Equal(2, feed.Items.Count);
    }

    [Theory, OnBoth]
    public async Task What_buttons_offer_is_what_the_acts_allow(Engine engine)
    {
        await using var cast = await Cast.In(engine, Openness.Open);
        var post = await cast.Says(cast.Ann, "Here");
        var choices = cast.Office.Get<Choices>();

        Assert.Equal(new PostChoices(true, true, false, false), await choices.Of(cast.Ann.Eyes(), post, null));
        Assert.Equal(new PostChoices(false, false, false, false), await choices.Of(cast.Ben.Eyes(), post, null));
        Assert.Equal(new PostChoices(false, true, true, false), await choices.Of(cast.Owner.Eyes(), post, null));
        Assert.Equal(default, await choices.Of(cast.Outsider.Eyes(), post, null));
    }

    internal static Task Expel(Cast cast, Person person) =>
        cast.Office.Store.Write(
            cast.Owner.Eyes(),
            async work =>
            {
                await work.Actor();
                work.Db.Memberships.Remove(
                    await work.Db.Memberships.SingleAsync(m => m.PersonId == person.Id && m.SpaceId == cast.Room.Id)
                );
                work.Record(Domain.Activity.Verb.Expelled, cast.Room.Id, Domain.Activity.ThingKind.Person, person.Id, ownerId: person.Id);
            }
        );
}
