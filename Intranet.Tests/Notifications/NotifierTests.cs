using Intranet.App.Feeds;
using Intranet.App.Notifications;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;
using Intranet.Tests.Feeds;
using Intranet.Tests.World;

namespace Intranet.Tests.Notifications;

public sealed class NotifierTests
{
    [Theory, OnBoth]
    public async Task Answers_under_one_post_are_one_entry_for_its_author(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Who knows?", PostKind.Question, "A question");
        await cast.Answers(cast.Ben, post, "I do");
        await cast.Answers(cast.Owner, post, "So do I");
        await cast.Answers(cast.Ann, post, "Thanks");

        var entry = Assert.Single(await Told(cast, cast.Ann));

        Assert.Equal(("Olga Owner and Ben Okoro", "A question", true), (entry.Who, entry.Said, entry.Unread));
        Assert.Single(await Told(cast, cast.Ben));
        Assert.Empty(await Told(cast, cast.Outsider));
    }

    [Theory, OnBoth]
    public async Task Each_reads_an_act_once_and_reading_marks_it(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Hello");
        await cast.Answers(cast.Ben, post, "Hello yourself");
        await Told(cast, cast.Ann);
        Assert.Single(await Told(cast, cast.Ann));
        var news = cast.Office.Get<News>();
        Assert.Equal(1, await news.Unread(cast.Ann.Eyes()));

        await news.MarkRead(cast.Ann.Eyes());

        Assert.Equal(0, await news.Unread(cast.Ann.Eyes()));
        Assert.False((await news.Latest(cast.Ann.Eyes())).Single().Unread);
    }

    [Theory, OnBoth]
    public async Task A_mention_is_heard_by_who_may_read_it(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var names = string.Join(
            ' ',
            new[] { cast.Ben, cast.Outsider }.Select(p => new MentionToken(MentionKind.Person, p.Id).Write(p.Name))
        );
        await cast.Says(cast.Ann, names);

        Assert.Equal("mentioned you in Turbine", Assert.Single(await Told(cast, cast.Ben)).What);
        Assert.Empty(await Told(cast, cast.Outsider));
    }

    [Theory, OnBoth]
    public async Task News_go_with_the_right_to_see_them_and_with_the_post(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var kept = await cast.Says(cast.Ann, "Kept");
        var gone = await cast.Says(cast.Ann, "Gone");
        await cast.Answers(cast.Ben, kept, "One");
        await cast.Answers(cast.Ben, gone, "Two");
        Assert.Equal(2, (await Told(cast, cast.Ann)).Count);

        await cast.Corrections.Remove(cast.Owner.Eyes(), gone);
        Assert.Single(await Told(cast, cast.Ann));
        await CorrectionsTests.Expel(cast, cast.Ann);

        Assert.DoesNotContain(await Told(cast, cast.Ann), e => e.Said is not null);
        Assert.Equal(0, await cast.Office.Get<News>().Unread(cast.Ann.Eyes()));
    }

    [Theory, OnBoth]
    public async Task Who_mutes_a_post_hears_no_more_of_it_and_who_answers_follows(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var post = await cast.Says(cast.Ann, "Hello");
        await cast.Office.Get<Keepsakes>().Follow(cast.Ann.Eyes(), post, false);
        await cast.Answers(cast.Ben, post, "One");
        await cast.Answers(cast.Owner, post, "Two");

        Assert.Empty(await Told(cast, cast.Ann));
        Assert.Equal("Olga Owner", Assert.Single(await Told(cast, cast.Ben)).Who);
    }

    [Theory, OnBoth]
    public async Task Praise_accepted_answers_and_announcements_are_heard(Engine engine)
    {
        await using var cast = await Cast.In(engine);
        var asked = await cast.Says(cast.Ann, "Why", PostKind.Question);
        await cast.Comments.Accept(cast.Ann.Eyes(), asked, await cast.Answers(cast.Ben, asked, "Because"));
        await cast.Posts.Publish(
            cast.Owner.Eyes(),
            new NewPost(cast.Room.Id, PostKind.Praise, null, "Well done", cast.Key()) { Praised = [cast.Ben.Id] }
        );
        await cast.Says(cast.Owner, "Hear", PostKind.Announcement);

        Assert.Equal(
            ["accepted your answer", "announced in Turbine", "praised you in Turbine"],
            (await Told(cast, cast.Ben)).Select(e => e.What).Order()
        );
    }

    private static async Task<IReadOnlyList<NewsEntry>> Told(Cast cast, Person person)
    {
        await cast.Office.Get<Notifier>().CatchUp();
        return await cast.Office.Get<News>().Latest(person.Eyes());
    }
}
