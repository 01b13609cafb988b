using System.Text.Json;
using Intranet.App.Admin.Demo;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.House;

namespace Intranet.Tests.Admin.Demo;

/// <summary>The demo company is the same for everyone, of the promised size and within the limits of the product.</summary>
public sealed class DemoCompanyTests
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 23, 13, 5, 0, TimeSpan.Zero);
    private static readonly Lazy<DemoScript> Written = new(() => DemoCompany.Write(7, Now));

    internal static DemoScript Script => Written.Value;

    [Fact]
    public void The_same_seed_and_moment_give_the_same_company_to_the_letter() =>
        Assert.Equal(JsonSerializer.Serialize(DemoCompany.Write(7, Now)), JsonSerializer.Serialize(Script));

    [Fact]
    public void Another_seed_gives_another_course_of_events() =>
        Assert.NotEqual(JsonSerializer.Serialize(DemoCompany.Write(8, Now).Opens), JsonSerializer.Serialize(Script.Opens));

    [Fact]
    public void The_random_numbers_are_those_of_the_published_algorithm()
    {
        // First outputs of SplitMix64 for seed 1234567: 6457827717110365317, 3203168211198807973.
        var chance = new SplitMix(1234567);
        Assert.Equal((6457827717110365317UL >> 11) * (1.0 / (1UL << 53)), chance.Share());
        Assert.Equal((3203168211198807973UL >> 11) * (1.0 / (1UL << 53)), chance.Share());
    }

    [Theory]
    [InlineData(7, "2026-11-23T13:05:00Z")]
    [InlineData(1, "2027-02-14T02:30:00Z")]
    [InlineData(42, "2026-09-01T06:00:00Z")]
    public void Volume_is_that_of_a_company_of_120_in_six_months(int seed, string now)
    {
        var script = DemoCompany.Write(seed, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(10, script.Teams.Count);
        Assert.Equal(123, script.People.Count(person => person.Kind == PersonKind.Employee));
        Assert.Equal(3, script.People.Count(person => person.Kind == PersonKind.Guest));
        Assert.InRange(script.Posts.Count, 600, 900);
        Assert.InRange(script.Comments.Count, 1_800, 3_000);
        Assert.InRange(script.Reactions.Count, 3_500, 6_500);
        Assert.InRange(script.Opens.Count, 18_000, 32_000);
    }

    [Fact]
    public void The_welcome_and_the_readme_promise_as_many_people_as_the_directory_then_shows()
    {
        var people = Script.People.Count(person => person.Kind == PersonKind.Employee && person.LeftAt is null);
        var welcome = File.ReadAllText(Repository.PathOf("Intranet.App", "Admin", "Start", "Pages", "Welcome.razor"));
        Assert.Contains($"{people} people, {Script.Spaces.Count} spaces", welcome);
        Assert.Contains($"a demo company of {people} people", File.ReadAllText(Repository.PathOf("README.md")));
    }

    [Fact]
    public void Telling_it_is_too_little_work_to_be_waited_for()
    {
        // Memory asked for stands in for time, which a busy machine falsifies.
        _ = Script;
        var before = GC.GetAllocatedBytesForCurrentThread();
        DemoCompany.Write(2, Now);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000_000, 1, 60);
    }

    [Fact]
    public void Spaces_are_of_every_openness_and_purpose()
    {
        var inside = Script.Spaces.Where(space => space.Purpose != SpacePurpose.ClientRoom).ToList();
        Assert.Equal(14, Script.Spaces.Count);
        Assert.Equal(4, inside.Count(space => space.Openness == Openness.Closed));
        Assert.Single(inside, space => space.Openness == Openness.Secret);
        Assert.Single(inside, space => space.Openness == Openness.Unlisted);
        Assert.Equal(7, inside.Count(space => space.Openness == Openness.Open));
        Assert.All(
            Script.Spaces,
            space => Assert.Single(Script.Members, member => member.Space == space.Key && member.Role == SpaceRole.Owner)
        );
    }

    [Fact]
    public void One_or_two_teams_are_too_small_to_be_shown()
    {
        var sizes = Script
            .People.Where(person => person.Team is not null)
            .GroupBy(person => person.Team)
            .Select(team => team.Count())
            .ToList();
        Assert.InRange(sizes.Count(size => size < 10), 1, 2);
        Assert.All(sizes.Where(size => size >= 10), size => Assert.InRange(size, 10, 25));
    }

    [Fact]
    public void Managers_and_teams_form_trees_with_one_root()
    {
        var managers = Script.People.ToDictionary(person => person.Key, person => person.Manager);
        Assert.Equal(
            ["margit"],
            Script.People.Where(person => person is { Kind: PersonKind.Employee, Manager: null }).Select(person => person.Key)
        );
        foreach (var person in managers.Keys)
        {
            var above = person;
            for (var steps = 0; managers[above] is { } next; steps++, above = next)
                Assert.True(steps < 10, $"{person} reports in a circle.");
        }
        Assert.Single(Script.Teams, team => team.Parent is null);
        Assert.All(Script.Teams, team => Assert.Equal(team.Key, Script.People.Single(person => person.Key == team.Manager).Team));
    }

    [Fact]
    public void Emails_are_unique_and_at_domains_that_cannot_exist()
    {
        Assert.Equal(Script.People.Count, Script.People.Select(person => person.Email).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Script.People, person => Assert.Matches(@"^[a-z]+([.-][a-z]+)+@(aerholt|marienholm|kontur)\.example$", person.Email));
    }

    [Fact]
    public void Texts_stay_within_the_limits_and_leave_no_slot_open()
    {
        Assert.All(Script.Posts, post => Assert.True(post.Title is null or { Length: > 0 and <= 200 }));
        var texts = Script
            .Posts.SelectMany(post => new[] { post.Title ?? "", post.Markdown })
            .Concat(Script.Comments.Select(comment => comment.Markdown));
        Assert.All(texts, text => Assert.True(text.Length <= 20_000 && !text.Contains('{') && !text.Contains('}'), text));
    }

    [Fact]
    public void No_text_stands_twice_in_the_same_space()
    {
        var twice = Script
            .Posts.GroupBy(post => (post.Space, post.Title, post.Markdown))
            .Where(same => same.Count() > 1)
            .Select(same => same.Key);
        Assert.Empty(twice);
        Assert.All(
            Script.Comments.GroupBy(comment => comment.Post),
            thread => Assert.Equal(thread.Count(), thread.Select(comment => comment.Markdown).Distinct().Count())
        );
    }

    [Fact]
    public void At_least_180_threads_are_written_by_hand_and_told_in_full()
    {
        Assert.True(DemoTexts.Threads.Count >= 180);
        var comments = Script.Comments.ToLookup(comment => comment.Post);
        foreach (var thread in DemoTexts.Threads.Where(thread => thread.Week <= 24))
        {
            var title = thread.Text.Title?.Contains('{') == false ? thread.Text.Title : null;
            var posts = Script.Posts.Where(post =>
                post.Space == thread.Space && post.Author == thread.Author && (title is null || post.Title == title)
            );
            Assert.Contains(posts, post => comments[post.Id].Count() >= thread.Text.Lines.Count);
        }
    }
}
