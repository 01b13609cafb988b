using Intranet.App.Feeds;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Feeds;

public sealed class PublishingTests
{
    [Theory, OnBoth]
    public async Task Each_kind_of_post_is_recorded_under_its_own_verb(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await cast.Says(cast.Owner, "News", PostKind.Update);
        await cast.Says(cast.Owner, "Why", PostKind.Question);
        await cast.Says(cast.Owner, "Hear", PostKind.Announcement);
        await cast.Posts.Publish(
            cast.Owner.Eyes(),
            new NewPost(cast.Room.Id, PostKind.Praise, null, "Well done", cast.Key()) { Praised = [cast.Ann.Id] }
        );
        await cast.Posts.Publish(
            cast.Owner.Eyes(),
            new NewPost(cast.Room.Id, PostKind.Poll, "When", "Which day", cast.Key()) { Options = ["Monday", "Tuesday"] }
        );

        var verbs = await cast.Office.Store.Read(
            cast.Owner.Eyes(),
            db => db.Activities.Where(a => a.SpaceId == cast.Room.Id).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()
        );

        Assert.Equal([Verb.Posted, Verb.Asked, Verb.Announced, Verb.Praised, Verb.Mentioned, Verb.Polled], verbs);
    }

    [Theory, OnBoth]
    public async Task Only_moderators_announce(Engine engine)
    {
        await using var cast = await Cast.In(engine);

        await Assert.ThrowsAsync<Refusal>(() => cast.Says(cast.Ann, "Hear me", PostKind.Announcement));
        await cast.Says(cast.Owner, "Hear me", PostKind.Announcement);
    }

    [Theory, OnBoth]
    public async Task A_mention_reaches_those_who_may_read_and_nobody_else(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var named = $"{Mention(cast.Ben.Id)} and {Mention(cast.Outsider.Id)}";

        var post = await cast.Says(cast.Ann, named);

        var reached = await cast.Office.Store.Read(
            cast.Owner.Eyes(),
            db => db.Mentions.Where(m => m.PostId == post).Select(m => m.PersonId).ToListAsync()
        );
        Assert.Equal([cast.Ben.Id], reached);
        Assert.Contains($"/people/{cast.Ben.Id}", (await cast.Sees(cast.Owner, post))!.Card.Html);

        static string Mention(Guid id) => new MentionToken(MentionKind.Person, id).Write("Somebody");
    }

    [Theory, OnBoth]
    public async Task Suggestions_offer_only_whom_the_author_may_see_and_mark_who_cannot_read(Engine engine)
    {
        await using var cast = await Cast.In(engine, Openness.Secret);
        await cast.Office.Guest("Otto Guest");

        var found = await cast.Office.Get<Mentioning>().Find(cast.Ann.Eyes(), "ott", cast.Room.Id);

        var only = Assert.Single(found);
        Assert.Equal(cast.Outsider.Id, only.Id);
        Assert.Equal("cannot read this space", only.Detail);
        Assert.Empty(await cast.Office.Get<Mentioning>().Find(cast.Outsider.Eyes(), "turbine", null));
        Assert.Single(await cast.Office.Get<Mentioning>().Find(cast.Ann.Eyes(), "turbine", null));
    }

    [Theory, OnBoth]
    public async Task Praise_names_colleagues_who_can_read_it(Engine engine)
    {
        await using var cast = await Cast.In(engine);

        await Assert.ThrowsAsync<Refusal>(() => Praise(cast.Outsider.Id));
        await Assert.ThrowsAsync<Refusal>(() => Praise(cast.Owner.Id));
        var post = await Praise(cast.Ann.Id, cast.Ben.Id);

        Assert.Equal(["Ann Lee", "Ben Okoro"], (await cast.Sees(cast.Ann, post))!.Card.Praised.Select(p => p.Name));

        Task<Guid> Praise(params Guid[] people) =>
            cast.Posts.Publish(
                cast.Owner.Eyes(),
                new NewPost(cast.Room.Id, PostKind.Praise, null, "Well done", cast.Key()) { Praised = people }
            );
    }

    [Theory, OnBoth]
    public async Task A_shared_post_shows_its_source_only_to_those_who_may_see_it(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var hall = await cast.Office.Room("Hall", Openness.Open, cast.Ann, cast.Outsider);
        var secret = await cast.Says(cast.Owner, "The plan stands.", title: "Plan");

        await Assert.ThrowsAsync<Refusal>(() => cast.Posts.Share(cast.Outsider.Eyes(), secret, hall.Id, "Look", cast.Key()));
        await Assert.ThrowsAsync<Refusal>(() => cast.Posts.Share(cast.Ben.Eyes(), secret, hall.Id, "Look", cast.Key()));
        var shared = await cast.Posts.Share(cast.Ann.Eyes(), secret, hall.Id, "Look", cast.Key());

        Assert.Equal("Plan", (await cast.Sees(cast.Ann, shared))!.Quote?.Title);
        var outside = (await cast.Sees(cast.Outsider, shared))!;
        Assert.NotNull(outside.Card.SharedPostId);
        Assert.Null(outside.Quote);
    }

    [Theory, OnBoth]
    public async Task A_poll_takes_one_vote_each_until_it_ends(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        await Assert.ThrowsAsync<Refusal>(() => Ask(["Only one"], null));
        await Assert.ThrowsAsync<Refusal>(() => Ask(["A", "a"], null));
        var poll = await Ask(["Monday", "Tuesday", " "], cast.Office.Clock.GetUtcNow().AddHours(1));
        var choices = (await cast.Sees(cast.Ann, poll))!.Card.Poll!.Choices;
        Assert.Equal(["Monday", "Tuesday"], choices.Select(c => c.Text));

        await cast.Reactions.Vote(cast.Ann.Eyes(), poll, choices[0].Id);
        await cast.Reactions.Vote(cast.Ann.Eyes(), poll, choices[1].Id);
        await cast.Reactions.Vote(cast.Ben.Eyes(), poll, choices[1].Id);
        await Assert.ThrowsAsync<Refusal>(() => cast.Reactions.Vote(cast.Outsider.Eyes(), poll, choices[0].Id));

        Assert.Equal([0, 2], (await cast.Sees(cast.Owner, poll))!.Card.Poll!.Choices.Select(c => c.Votes));
        cast.Office.Clock.Advance(TimeSpan.FromHours(2));
        await Assert.ThrowsAsync<Refusal>(() => cast.Reactions.Vote(cast.Owner.Eyes(), poll, choices[0].Id));

        Task<Guid> Ask(string[] options, DateTimeOffset? ends) =>
            cast.Posts.Publish(
                cast.Owner.Eyes(),
                new NewPost(cast.Room.Id, PostKind.Poll, null, "Which day", cast.Key()) { Options = options, PollEnds = ends }
            );
    }

    [Theory, OnBoth]
    public async Task A_picture_without_words_is_asked_for_them(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        const string picture = "![](/files/images/0/800.webp#80x60)";

        await Assert.ThrowsAsync<Refusal>(() => cast.Says(cast.Ann, picture));
        await cast.Says(
            cast.Ann,
            Texts.Describe(picture, new Dictionary<string, string> { ["/files/images/0/800.webp#80x60"] = "A turbine" })
        );
        await cast.Says(cast.Ann, Texts.Describe(picture, new Dictionary<string, string> { ["/files/images/0/800.webp#80x60"] = " " }));
    }
}
