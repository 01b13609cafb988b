using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.App.Spaces;
using Intranet.Domain.Activity;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Adoption;

/// <summary>Two prints of the same past, laid side by side, must not tell on which days somebody who moved in between had been silent.</summary>
public sealed class PastTests
{
    public static TheoryData<Engine, string> Moves
    {
        get
        {
            var all = new TheoryData<Engine, string>();
            foreach (var what in new[] { "changes teams", "becomes a guest", "leaves the space", "goes and comes back", "gets no team" })
            {
                all.Add(Engine.Sqlite, what);
                all.Add(Engine.Postgres, what);
            }
            return all;
        }
    }

    [Theory, MemberData(nameof(Moves))]
    public async Task What_becomes_of_a_person_changes_no_figure_of_the_past(Engine engine, string what)
    {
        await using var office = await Office.Open(engine);
        var (sales, service) = (await office.Team("Sales"), await office.Team("Service"));
        var owner = await office.Employee("Olga Owner", team: sales.Id);
        var (people, colleagues) = (new List<Person>(), new List<Person>());
        for (var i = 0; i < 12; i++)
        {
            people.Add(await office.Employee($"Person {i}", team: sales.Id));
            colleagues.Add(await office.Employee($"Colleague {i}", team: service.Id));
        }
        var hall = await office.Room("Hall", Openness.Open, owner, [.. people]);
        // The one who will move acts every other day, half of the others every day.
        for (var day = 0; day < 15; day++)
        {
            foreach (var person in people.Take(7).Skip(day % 2).Concat(colleagues.Take(7)))
                await Post(office, person, hall);
            office.Clock.Advance(TimeSpan.FromDays(1));
        }
        await office.Get<Rollup>().CatchUp();
        var before = await Told(office);

        await Change(office, people[0], owner, hall, service, what);
        office.Clock.Advance(TimeSpan.FromDays(8));
        await office.Get<Rollup>().CatchUp();
        var after = await Told(office);

        Assert.Contains(before, row => row.Key.StartsWith("Teams Sales", StringComparison.Ordinal) && row.Value.People == 13);
        Assert.Contains(before, row => row.Key.StartsWith("Spaces Hall", StringComparison.Ordinal) && row.Value.People == 20);
        Assert.All(before, row => Assert.Equal(row, new(row.Key, after[row.Key])));
    }

    [Theory, OnBoth]
    public async Task One_employee_without_a_team_hides_nobody_elses_figures(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var house = await office.Team("House");
        foreach (var team in new[] { await office.Team("Sales", house.Id), await office.Team("Service", house.Id) })
            for (var i = 0; i < 12; i++)
                await Post(office, await office.Employee($"{team.Name} {i}", team: team.Id), space: null);
        await office.Employee("Newcomer");
        await office.Get<Rollup>().CatchUp();

        var weeks = await Table(office, Cut.Teams, Grain.Week);

        Assert.Equal(25, weeks.Rows[1, 0].People);
        Assert.Equal(
            ["House", "Service"],
            Enumerable.Range(1, 3).Where(row => weeks.Rows[row, 0].Hidden is null).Select(row => weeks.Groups[row].Name)
        );
    }

    private static Task Change(Office office, Person person, Person owner, Space hall, Team service, string what) =>
        what switch
        {
            "changes teams" => Alter(office, person, p => p.TeamId = service.Id),
            "gets no team" => Alter(office, person, p => p.TeamId = null),
            "becomes a guest" => Alter(office, person, p => p.ChangeKind(PersonKind.Guest, onlyAdmin: false)),
            "leaves the space" => office.Get<Rosters>().Remove(owner.Eyes(), hall.Id, person.Id),
            _ => Return(office, person),
        };

    private static async Task Return(Office office, Person person)
    {
        await Alter(office, person, p => p.Deactivate(office.Clock.GetUtcNow()));
        office.Clock.Advance(TimeSpan.FromDays(8));
        await Alter(office, person, p => p.Reactivate());
    }

    private static Task Alter(Office office, Person person, Action<Person> change) =>
        office.Store.Write(
            Viewer.Nobody,
            async work => change(await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == person.Id))
        );

    private static Task Post(Office office, Person person, Space? space) =>
        office.Store.Write(
            Viewer.Nobody,
            work =>
            {
                work.Db.Activities.Add(
                    new Act(work.Now, person.Id, Verb.Posted, Channel.Web)
                    {
                        TeamId = person.TeamId,
                        SpaceId = space?.Id,
                        Counts = true,
                    }
                );
                return Task.CompletedTask;
            }
        );

    /// <summary>All that is told of the first two weeks, of teams and of spaces.</summary>
    private static async Task<Dictionary<string, Shown>> Told(Office office)
    {
        var found = new Dictionary<string, Shown>();
        foreach (var cut in new[] { Cut.Teams, Cut.Spaces })
        foreach (var grain in new[] { Grain.Day, Grain.Week })
        {
            var table = await Table(office, cut, grain);
            for (var period = 0; table.Periods[period].Last < table.Periods[0].First.AddDays(14); period++)
            for (var group = 0; group < table.Groups.Count; group++)
                found[$"{cut} {table.Groups[group].Name} {table.Periods[period]}"] = table.Rows[group, period];
        }
        return found;
    }

    private static Task<Published> Table(Office office, Cut cut, Grain grain) =>
        office.Store.Read(
            Viewer.Nobody,
            async db =>
            {
                var calendar = await Calendar.Of(db);
                var (first, last) = await Figures.Span(db, Source.Here, calendar);
                return await new Tables(db, calendar, Source.Here, first, last).Published(cut, grain, first, last, Threshold.Default);
            }
        );
}
