using Intranet.App.Admin.Demo;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;

namespace Intranet.Tests.Admin.Demo;

/// <summary>The adoption story a manager should be able to find stands in the acts themselves.</summary>
public sealed class DemoStoryTests
{
    private static readonly DemoScript Script = DemoCompanyTests.Script;
    private static readonly Dictionary<string, string?> TeamOf = Script.People.ToDictionary(person => person.Key, person => person.Team);

    private static readonly List<(string Person, int Week, Channel Channel, bool Writing)> Acts =
    [
        .. Script.Posts.Select(post => (post.Author, Week(post.At), post.Channel, true)),
        .. Script.Comments.Select(comment => (comment.Author, Week(comment.At), comment.Channel, true)),
        .. Script.Reactions.Select(reaction => (reaction.Person, Week(reaction.At), reaction.Channel, false)),
        .. Script.Opens.Select(open => (open.Person, Week(open.At), open.Channel, false)),
    ];

    [Fact]
    public void Field_service_starts_well_and_stops_in_the_third_month()
    {
        Assert.True(Active("service", 1, 9) > 13);
        Assert.True(Active("service", 15, 26) < 3);
    }

    [Fact]
    public void The_sponsor_announces_the_intranet_and_falls_silent_after_week_3()
    {
        var acts = Acts.Where(act => act.Person == "margit").ToList();
        Assert.Equal(3, acts.Max(act => act.Week));
        Assert.Contains(
            Script.Posts,
            post => post is { Author: "margit", Kind: PostKind.Announcement, Pinned: true } && Week(post.At) == 1
        );
    }

    [Theory]
    [InlineData("sales")]
    [InlineData("finance")]
    public void Two_teams_stay_in_email_and_are_seen_little(string team)
    {
        var acts = Acts.Where(act => TeamOf[act.Person] == team).ToList();
        Assert.True(acts.Count(act => act.Channel == Channel.Email) > 0.8 * acts.Count);
        Assert.True(Active(team, 1, 26) < 0.5 * TeamOf.Values.Count(value => value == team));
    }

    [Fact]
    public void The_plant_thrives()
    {
        Assert.True(Active("plant", 14, 26) > 0.95 * 22);
        Assert.True(Writers("plant", 14, 26) > 0.5 * 22);
    }

    [Fact]
    public void Development_follows_when_its_manager_begins_to_answer()
    {
        var answers = Script.Comments.Where(comment => comment.Author == "jonas").Select(comment => Week(comment.At)).ToList();
        Assert.DoesNotContain(answers, week => week < 11);
        Assert.True(answers.Count(week => week >= 11) > 30);
        Assert.True(Active("rnd", 15, 26) > 1.4 * Active("rnd", 1, 10));
        var inside = Script.Posts.Where(post => post.Space == "rnd").Select(post => post.Id).ToHashSet();
        var said = Script.Comments.Where(comment => inside.Contains(comment.Post)).ToLookup(comment => Week(comment.At) > 10);
        Assert.True(said[true].Count() > 4 * said[false].Count());
    }

    [Fact]
    public void SharePoint_is_spoken_of_as_abandoned_and_the_price_list_thread_is_lively()
    {
        var said = Script.Posts.Select(post => post.Title + post.Markdown).Concat(Script.Comments.Select(comment => comment.Markdown));
        Assert.True(said.Count(text => text.Contains("SharePoint")) >= 8);
        var thread = Assert.Single(Script.Posts, post => post.Title == "Where is the current price list?");
        var voices = Script.Comments.Where(comment => comment.Post == thread.Id).ToList();
        Assert.True(voices.Count >= 10 && voices.Select(comment => TeamOf[comment.Author]).Distinct().Count() >= 5);
        Assert.NotNull(thread.AcceptedComment);
    }

    [Fact]
    public void August_is_quieter_and_weekends_belong_to_the_plant()
    {
        var byMonth = Script.Posts.Where(post => post.At.Month is 7 or 8 or 9).ToLookup(post => post.At.Month);
        Assert.True(byMonth[8].Count() < 0.9 * (byMonth[7].Count() + byMonth[9].Count()) / 2);
        var weekend = Script.Posts.Count(post => post.At.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.True(weekend < 0.02 * Script.Posts.Count);
    }

    [Fact]
    public void People_write_in_many_languages_and_one_of_them_from_right_to_left()
    {
        foreach (var words in new[] { "Danke", "Merci", "Gracias", "Dziękuję", "Obrigada", "شكرًا" })
            Assert.Contains(Script.Comments, comment => comment.Markdown.Contains(words));
        Assert.Contains(Script.People, person => person.Name == "سامر حداد");
        Assert.Contains(Script.Posts, post => post.Author == "samer" && post.Markdown.StartsWith("جربت"));
    }

    private static int Week(DateTimeOffset at) => (int)((at - Script.From).TotalDays / 7) + 1;

    private static double Active(string team, int from, int to) => Mean(Acts.Where(act => TeamOf[act.Person] == team), from, to);

    private static double Writers(string team, int from, int to) =>
        Mean(Acts.Where(act => act.Writing && TeamOf[act.Person] == team), from, to);

    private static double Mean(IEnumerable<(string Person, int Week, Channel Channel, bool Writing)> acts, int from, int to) =>
        (double)acts.Where(act => act.Week >= from && act.Week <= to).DistinctBy(act => (act.Person, act.Week)).Count() / (to - from + 1);
}
