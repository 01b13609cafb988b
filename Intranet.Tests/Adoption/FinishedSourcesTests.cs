using System.Globalization;
using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Adoption;

/// <summary>What the page says of weeks that are long over, and of recordings with a hole in them.</summary>
public sealed class FinishedSourcesTests
{
    private const int People = 14;

    [Theory, OnBoth]
    public async Task Every_week_of_a_source_that_has_ended_is_over_and_is_called_by_its_name(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var board = await Board(office, "mail", "2025-01-06", [5, 8, 8, 8, 8]);

        Assert.Equal("Active people rose from 7 to 8 a week by 2025-W06", board.Headline.Finding);
        Assert.Equal("8", board.Tiles[1].Reading.ToString());
        Assert.Equal("Did at least one thing in 2025-W06. Usually 8 in a whole week (2025-W03 to 2025-W06).", board.Tiles[1].Sentence);
        Assert.DoesNotContain(board.Tiles, t => t.Sentence.Contains("this week", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task A_steady_source_that_has_ended_is_told_with_its_weeks(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var board = await Board(office, "mail", "2025-01-06", [8, 8, 8, 8, 8]);

        Assert.Equal("About 8 of 14 people were active a week, 2025-W03 to 2025-W06", board.Headline.Finding);
    }

    [Theory, OnBoth]
    public async Task A_week_in_which_the_recording_broke_off_or_began_again_tells_nothing_of_what_is_usual(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var board = await Board(office, "mail", "2025-01-06", [8, 8, 8, 8, 4, 0, 0, 0, 4, 9]);

        Assert.Equal("9 of 14 people were active in 2025-W11", board.Headline.Finding);
        Assert.Equal("Did at least one thing in 2025-W11.", board.Tiles[1].Sentence);
    }

    [Theory, OnBoth]
    public async Task What_was_usual_years_ago_is_not_usual_today(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var board = await Board(office, Source.HereName, "2018-01-01", [8, 8, 8, 8, 8]);

        Assert.Equal("About 8 of 14 people were active a week, 2018-W01 to 2018-W04", board.Headline.Finding);
        Assert.Equal("Did at least one thing this week. It was 8 in a whole week (2018-W01 to 2018-W04).", board.Tiles[1].Sentence);
    }

    [Theory, OnBoth]
    public async Task The_running_week_is_not_over(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var board = await Board(office, Source.HereName, "2026-02-02", [8, 8, 8, 8, 3]);

        Assert.Equal("About 8 of 14 people are active every week", board.Headline.Finding);
        Assert.Equal("Did at least one thing this week. Usually 8 in a whole week (2026-W06 to 2026-W09).", board.Tiles[1].Sentence);
    }

    /// <summary>So many active people in each week from a Monday on, as the page shows them in March 2026.</summary>
    private static async Task<Dashboard> Board(Office office, string source, string monday, int[] active)
    {
        var people = new List<Person> { await office.Employee("Ana", Duties.Analyst) };
        while (people.Count < People)
            people.Add(await office.Employee($"Person {people.Count}"));
        var first = DateTimeOffset.Parse(monday, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddHours(8);
        await office.Store.Write(
            Viewer.Nobody,
            async work =>
            {
                var number = source == Source.HereName ? Source.Here : 1;
                if (number != Source.Here)
                    work.Db.Sources.Add(new Source(number, source));
                await work.Db.People.IgnoreQueryFilters([Sight.Name]).ForEachAsync(p => p.Since = null);
                for (var week = 0; week < active.Length; week++)
                    foreach (var person in people.Take(active[week]))
                        work.Db.Activities.Add(new(first.AddDays(7 * week), person.Id, Verb.Posted, Channel.Web) { SourceId = number });
            }
        );
        await office.Get<Rollup>().CatchUp();
        return await office.Get<Dashboards>().Load(people[0].Eyes(), new Question(source, null, 520));
    }
}
