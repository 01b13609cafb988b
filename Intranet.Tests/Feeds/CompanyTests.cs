using Bunit;
using Intranet.App.Data;
using Intranet.App.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Feeds;

/// <summary>Who is here, who writes, and who no longer belongs here.</summary>
public sealed class CompanyTests : TwoScreens
{
    [Fact]
    public async Task Who_is_here_and_who_writes_is_shown_while_it_lasts()
    {
        var (ann, ben) = await Both();
        await ann.Shows(() => ann.Markup.Contains("2 people are here now"));

        await ben.Write("Hm");

        await ann.Shows(() => ann.Find(".typing").TextContent == "Ben Okoro is writing");
        Assert.Equal("", ben.Find(".typing").TextContent);
        await ann.Shows(() =>
        {
            Cast.Office.Clock.Advance(TimeSpan.FromSeconds(7));
            return ann.Find(".typing").TextContent == "";
        });
        await Bens.DisposeAsync();
        await ann.Shows(() => !ann.Markup.Contains("here now"));
    }

    [Fact]
    public async Task Who_does_not_want_to_be_shown_is_neither_here_nor_writing()
    {
        await Cast.Office.Store.Write(
            Viewer.Nobody,
            async work => (await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == Cast.Ben.Id)).HidesPresence = true
        );
        var (ann, ben) = await Both();
        await using var desk = new Desk(Cast.Office, Cast.Owner);
        var owner = await desk.Feed(Cast.Room.Id);
        await ann.Shows(() => ann.Markup.Contains("2 people are here now"));

        await ben.Write("Hm");
        await owner.Write("Hm");

        await ann.Shows(() => ann.Find(".typing").TextContent == "Olga Owner is writing");
        await ben.Shows(() => ben.Find(".typing").TextContent == "Olga Owner is writing");
    }

    [Fact]
    public async Task Who_is_put_out_loses_what_was_on_screen_and_hears_nothing_more()
    {
        await Cast.Says(Cast.Owner, "Before");
        var (ann, ben) = await Both();
        Assert.Single(ann.Order());

        await CorrectionsTests.Expel(Cast, Cast.Ann);

        await ann.Shows(() => !ann.Order().Any() && !ann.Markup.Contains("Before"));
        var after = await Cast.Says(Cast.Owner, "After");
        await ben.Shows(() => ben.Post(after) is not null);
        Assert.DoesNotContain("After", ann.Markup);
    }

    [Fact]
    public async Task A_refused_act_is_said_to_who_tried_and_to_nobody_else()
    {
        var post = await Cast.Says(Cast.Owner, "Here");
        var (ann, ben) = await Both();

        await ann.InvokeAsync(() => ann.Instance.Do("remove", post, null, null));

        await ann.Shows(() => ann.Find("[role=alert]").TextContent.Contains("The author or a moderator removes a post."));
        Assert.NotNull(ann.Post(post));
        Assert.Empty(ben.FindAll("[role=alert]"));
    }
}
