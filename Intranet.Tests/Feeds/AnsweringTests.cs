using Intranet.App.Feeds;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Feeds;

public sealed class AnsweringTests
{
    [Theory, OnBoth]
    public async Task Answers_hang_two_levels_deep_and_a_retry_answers_once(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Hello");
        var first = await cast.Answers(cast.Ben, post, "One");
        var second = await cast.Answers(cast.Ann, post, "Two", first);
        await cast.Answers(cast.Ben, post, "Three", second);
        cast.Office.Clock.Advance(TimeSpan.FromSeconds(1));
        await cast.Comments.Answer(cast.Ben.Eyes(), post, null, "Once", "same");
        await cast.Comments.Answer(cast.Ben.Eyes(), post, null, "Once", "same");

        var thread = await cast.Pages.Answers(cast.Owner.Eyes(), post);

        Assert.Equal([null, first, first, null], thread.Comments.Select(c => c.Card.ParentId));
        Assert.Equal(4, (await cast.Sees(cast.Owner, post))!.Card.Comments);
    }

    [Theory, OnBoth]
    public async Task Who_is_outside_neither_reads_nor_answers_nor_reacts(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Hello");
        var comment = await cast.Answers(cast.Ben, post, "One");

        Assert.Empty((await cast.Pages.Answers(cast.Outsider.Eyes(), post)).Comments);
        await Assert.ThrowsAsync<Refusal>(() => cast.Answers(cast.Outsider, post, "Me too"));
        await Assert.ThrowsAsync<Refusal>(() => cast.Reactions.React(cast.Outsider.Eyes(), post, null, ReactionKind.Like, true));
        await Assert.ThrowsAsync<Refusal>(() => cast.Reactions.React(cast.Outsider.Eyes(), post, comment, ReactionKind.Like, true));
        await Assert.ThrowsAsync<Refusal>(() => cast.Office.Get<Keepsakes>().Save(cast.Outsider.Eyes(), post, true));
    }

    [Theory, OnBoth]
    public async Task Readers_of_an_open_room_who_are_not_in_it_read_but_do_not_take_part(Engine engine)
    {
        await using var cast = await Cast.In(engine, Openness.Open);
        var post = await cast.Says(cast.Ann, "Hello");

        Assert.False((await cast.Sees(cast.Outsider, post))!.Mine.TakesPart);
        await Assert.ThrowsAsync<Refusal>(() => cast.Answers(cast.Outsider, post, "Me too"));
    }

    [Theory, OnBoth]
    public async Task The_asker_or_a_moderator_accepts_an_answer(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Why", PostKind.Question);
        var answer = await cast.Answers(cast.Ben, post, "Because");

        await Assert.ThrowsAsync<Refusal>(() => cast.Comments.Accept(cast.Ben.Eyes(), post, answer));
        await cast.Comments.Accept(cast.Ann.Eyes(), post, answer);
        Assert.Equal(answer, (await cast.Sees(cast.Owner, post))!.Card.AcceptedId);
        await cast.Comments.Accept(cast.Owner.Eyes(), post, null);
        Assert.Null((await cast.Sees(cast.Owner, post))!.Card.AcceptedId);
        var verbs = await cast.Office.Store.Read(
            cast.Owner.Eyes(),
            db => db.Activities.Where(a => a.ThingId == answer).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()
        );
        Assert.Equal([Verb.Answered, Verb.AcceptedAnswer], verbs);
    }

    [Theory, OnBoth]
    public async Task Reacting_twice_counts_once_and_can_be_taken_back(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Hello");
        for (var i = 0; i < 2; i++)
            await cast.Reactions.React(cast.Ben.Eyes(), post, null, ReactionKind.Thanks, true);
        await cast.Reactions.React(cast.Owner.Eyes(), post, null, ReactionKind.Thanks, true);

        var item = (await cast.Sees(cast.Ben, post))!;
        Assert.Equal((2, true), (item.Card.Reactions.Thanks, item.Mine.Reactions.HasFlag(Marks.Thanks)));
        await cast.Reactions.React(cast.Ben.Eyes(), post, null, ReactionKind.Thanks, false);
        Assert.Equal(1, (await cast.Sees(cast.Ben, post))!.Card.Reactions.Thanks);
    }

    [Theory, OnBoth]
    public async Task An_archived_room_takes_nothing_more(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Hello");
        await cast.Office.Store.Write(
            cast.Owner.Eyes(),
            async work => (await work.Db.Spaces.SingleAsync(s => s.Id == cast.Room.Id)).Archive(work.Now)
        );

        await Assert.ThrowsAsync<Refusal>(() => cast.Says(cast.Ann, "More"));
        await Assert.ThrowsAsync<Refusal>(() => cast.Answers(cast.Ann, post, "More"));
        await Assert.ThrowsAsync<Refusal>(() => cast.Reactions.React(cast.Ann.Eyes(), post, null, ReactionKind.Like, true));
        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.Edit(cast.Ann.Eyes(), post, null, "More"));
        await Assert.ThrowsAsync<Refusal>(() => cast.Corrections.Remove(cast.Ann.Eyes(), post));
    }

    [Theory, OnBoth]
    public async Task A_post_counts_as_seen_once_for_each_person_and_moves_the_reading_mark(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Hello");
        Assert.True((await cast.Sees(cast.Ben, post))!.Unread);
        var marks = cast.Office.Get<SeenMarks>();
        foreach (var viewer in new[] { cast.Ann, cast.Ben, cast.Ben, cast.Outsider })
            marks.Mark(viewer.Eyes(), [post, post]);
        await marks.Flush();
        marks.Mark(cast.Ben.Eyes(), [post]);
        await marks.Flush();

        var item = (await cast.Sees(cast.Ben, post))!;
        Assert.Equal((1, 3, false), (item.Card.Seen, item.Card.Members, item.Unread));
        var opened = await cast.Office.Store.Read(
            cast.Owner.Eyes(),
            db => db.Activities.Where(a => a.Verb == Verb.Opened).Select(a => a.ActorId).ToListAsync()
        );
        Assert.Equal([cast.Ben.Id], opened);
    }

    [Theory, OnBoth]
    public async Task Drafts_wait_for_their_writer_alone(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var drafts = cast.Office.Get<Drafts>();
        await drafts.Keep(cast.Ann.Eyes(), "home", d => (d.Markdown, d.ClientKey) = ("Half a thought", "key"));

        Assert.Equal("Half a thought", (await drafts.Load(cast.Ann.Eyes(), "home"))?.Markdown);
        Assert.Null(await drafts.Load(cast.Ben.Eyes(), "home"));
        await drafts.Keep(cast.Ann.Eyes(), "home", d => d.Markdown = "");
        Assert.Null(await drafts.Load(cast.Ann.Eyes(), "home"));
    }
}
