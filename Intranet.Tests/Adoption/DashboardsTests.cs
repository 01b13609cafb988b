using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.App.Shared.Charts;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Adoption;

public sealed class DashboardsTests
{
    private static readonly Question Here = new(Source.HereName, null, 26);

    [Theory, OnBoth]
    public async Task A_manager_sees_their_own_teams_and_no_others(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (manager, mine, other) = await TwoTeams(office);
        var boards = office.Get<Dashboards>();

        var board = await boards.Load(manager.Eyes(), Here);

        Assert.Equal("Service", board.Scope.Name);
        Assert.Equal(["Service"], board.Scopes.Select(s => s.Name));
        Assert.Equal("12", board.Tiles[0].Reading.ToString());
        Assert.Equal("5", board.Tiles[1].Reading.ToString());
        var refusal = await Assert.ThrowsAsync<Refusal>(() => boards.Load(manager.Eyes(), Here with { Team = other }));
        var unknown = await Assert.ThrowsAsync<Refusal>(() => boards.Load(manager.Eyes(), Here with { Team = Guid.NewGuid() }));
        Assert.Equal(unknown.Message, refusal.Message);
        Assert.Equal("Service", (await boards.Load(manager.Eyes(), Here with { Team = mine })).Scope.Name);
    }

    [Theory, OnBoth]
    public async Task An_analyst_sees_every_team_and_small_ones_stay_hidden(Engine engine)
    {
        await using var office = await Office.Open(engine);
        await TwoTeams(office);
        var analyst = await office.Employee("Ana", Duties.Analyst);

        var board = await office.Get<Dashboards>().Load(analyst.Eyes(), Here);

        Assert.Equal("Whole organisation", board.Scope.Name);
        var small = board.Teams.Single(t => t.Name == "Legal");
        Assert.Equal(ReadingKind.Hidden, small.Active.Kind);
        Assert.All(small.Weeks, w => Assert.NotEqual(ReadingKind.Counted, w.Kind));
    }

    [Theory, OnBoth]
    public async Task Who_neither_leads_nor_analyses_sees_no_figures_whatever_else_they_are(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (manager, _, _) = await TwoTeams(office);
        var boards = office.Get<Dashboards>();

        foreach (
            var person in new[] { await office.Employee("Eve"), await office.Employee("Adam", Duties.Admin), await office.Guest("Gil") }
        )
            await Assert.ThrowsAsync<Refusal>(() => boards.Load(person.Eyes(), Here));

        await boards.Load(manager.Eyes(), Here);
        await office.Store.Write(
            Viewer.Nobody,
            async work => (await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == manager.Id)).Deactivate(work.Now)
        );
        await Assert.ThrowsAsync<Refusal>(() => boards.Load(manager.Eyes(), Here));
    }

    [Theory, OnBoth]
    public async Task Figures_follow_what_people_do(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (manager, _, _) = await TwoTeams(office);
        var boards = office.Get<Dashboards>();
        Assert.Equal("5", (await boards.Load(manager.Eyes(), Here)).Tiles[1].Reading.ToString());

        await Act(office, manager, Verb.Posted);
        await office.Get<Rollup>().CatchUp();

        Assert.Equal("6", (await boards.Load(manager.Eyes(), Here)).Tiles[1].Reading.ToString());
    }

    [Theory, OnBoth]
    public async Task Figures_are_kept_until_the_ledger_the_people_or_the_teams_move_on(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (manager, _, other) = await TwoTeams(office);
        var figures = office.Get<Figures>();
        var first = await figures.Weeks(Source.Here);
        Assert.Same(first, await figures.Weeks(Source.Here));

        var newcomer = await office.Employee("Nora", team: other);
        var second = await figures.Weeks(Source.Here);
        Assert.NotSame(first, second);
        Assert.Same(second, await figures.Weeks(Source.Here));

        await office.Team("Purchasing");
        var third = await figures.Weeks(Source.Here);
        Assert.NotSame(second, third);

        await Act(office, newcomer, Verb.Posted);
        await office.Get<Rollup>().CatchUp();
        Assert.NotSame(third, await figures.Weeks(Source.Here));
    }

    [Fact]
    public async Task Spaces_are_named_only_to_those_who_may_see_them()
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var (manager, _, _) = await TwoTeams(office);
        var owner = await office.Employee("Olga", Duties.Analyst);
        await office.Room("Open plaza", Openness.Open, owner);
        await office.Room("Secret cave", Openness.Secret, owner);
        await office.Room("Closed shop", Openness.Closed, owner);
        var boards = office.Get<Dashboards>();

        Assert.Equal(["Open plaza"], (await boards.Load(manager.Eyes(), Here)).Beside.Spaces.Lines.Select(s => s.Name));
        Assert.Equal(
            ["Closed shop", "Open plaza", "Secret cave"],
            (await boards.Load(owner.Eyes(), Here)).Beside.Spaces.Lines.Select(s => s.Name).Order()
        );
    }

    [Fact]
    public async Task My_own_numbers_are_mine()
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var (manager, _, _) = await TwoTeams(office);
        await Act(office, manager, Verb.Posted);
        await office.Get<Rollup>().CatchUp();
        var stranger = await office.Employee("Eve");

        Assert.Equal(1, (await office.Get<OwnFigures>().Of(manager.Eyes())).Weeks[^1].Authored);
        Assert.Equal(0, (await office.Get<OwnFigures>().Of(stranger.Eyes())).Weeks.Sum(w => w.Authored));
    }

    /// <summary>Twelve people in Service, five of them active; fifteen in Sales; two teams too small to be shown, together large enough to hide in.</summary>
    private static async Task<(Person Manager, Guid Mine, Guid Other)> TwoTeams(Office office)
    {
        var manager = await office.Employee("Max");
        var service = await office.Team("Service", manager: manager.Id);
        var sales = await office.Team("Sales");
        var legal = await office.Team("Legal");
        await office.Store.Write(
            Viewer.Nobody,
            async work => (await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == manager.Id)).TeamId = service.Id
        );
        for (var i = 0; i < 11; i++)
        {
            var person = await office.Employee($"Service {i}", team: service.Id);
            if (i < 5)
                await Act(office, person, Verb.Posted, Verb.Commented);
        }
        for (var i = 0; i < 15; i++)
        {
            var person = await office.Employee($"Sales {i}", team: sales.Id);
            if (i < 7)
                await Act(office, person, Verb.Opened);
        }
        await Few(office, legal, people: 4, active: 2);
        await Few(office, await office.Team("Finance"), people: 8, active: 4);
        await office.Get<Rollup>().CatchUp();
        return (manager, service.Id, sales.Id);
    }

    private static async Task Few(Office office, Team team, int people, int active)
    {
        for (var i = 0; i < people; i++)
        {
            var person = await office.Employee($"{team.Name} {i}", team: team.Id);
            if (i < active)
                await Act(office, person, Verb.Posted);
        }
    }

    private static Task Act(Office office, Person person, params Verb[] verbs) =>
        office.Store.Write(
            person.Eyes(),
            async work =>
            {
                await work.Actor();
                foreach (var verb in verbs)
                    work.Record(verb);
            }
        );
}
