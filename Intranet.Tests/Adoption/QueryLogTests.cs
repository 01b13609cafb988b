using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.App.People;
using Intranet.Domain.Access;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Adoption;

public sealed class QueryLogTests
{
    private static readonly Question Here = new(Source.HereName, null, 26);
    private static readonly QueryFilter All = new();

    [Theory, OnBoth]
    public async Task A_question_is_logged_once_however_often_the_open_screen_looks_again(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (manager, council) = await People(office);
        var boards = office.Get<Dashboards>();

        await boards.Ask(manager.Eyes(), Here);
        await boards.Ask(manager.Eyes(), Here);
        await boards.Load(manager.Eyes(), Here);

        var line = Assert.Single(await office.Get<QueryLog>().Page(council.Eyes(), All));
        Assert.Equal(("Mona Manager", "here", "Service", "Last 26 weeks"), (line.Who, line.Source, line.Scope, line.Window));
        Assert.Equal(office.Clock.GetUtcNow(), line.At);

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await boards.Ask(manager.Eyes(), Here with { Weeks = 12 });
        office.Clock.Advance(TimeSpan.FromHours(1));
        await boards.Ask(manager.Eyes(), Here);

        Assert.Equal(
            ["Last 26 weeks", "Last 12 weeks", "Last 26 weeks"],
            (await office.Get<QueryLog>().Page(council.Eyes(), All)).Select(l => l.Window)
        );
    }

    [Theory, OnBoth]
    public async Task Only_the_works_council_reads_the_log_and_only_while_it_has_the_duty(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (manager, council) = await People(office);
        var log = office.Get<QueryLog>();
        await office.Get<Dashboards>().Ask(manager.Eyes(), Here);
        Assert.Single(await log.Page(council.Eyes(), All));
        Assert.Single(await log.Askers(council.Eyes()));

        foreach (
            var person in new[]
            {
                manager,
                await office.Employee("Ana", Duties.Analyst),
                await office.Employee("Adam", Duties.Admin),
                await office.Employee("Eve"),
                await office.Guest("Gil"),
            }
        )
        {
            Assert.Empty(await log.Page(person.Eyes(), All));
            Assert.Empty(await log.Askers(person.Eyes()));
        }

        var admin = await office.Employee("Ada", Duties.Admin);
        var hers = new Particulars(council.Name, council.Email, council.Kind, Duties.None, null, null, null, null);
        await office.Get<Personnel>().Change(admin.Eyes(), council.Id, hers);
        Assert.Empty(await log.Page(council.Eyes(), All));
    }

    [Theory, OnBoth]
    public async Task Who_gets_no_figures_leaves_no_line_and_the_duty_shows_no_figures(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (_, council) = await People(office);
        var eve = await office.Employee("Eve");

        await Assert.ThrowsAsync<Refusal>(() => office.Get<Dashboards>().Ask(eve.Eyes(), Here));
        await Assert.ThrowsAsync<Refusal>(() => office.Get<Dashboards>().Ask(council.Eyes(), Here));

        Assert.Empty(await office.Get<QueryLog>().Page(council.Eyes(), All));
    }

    [Theory, OnBoth]
    public async Task The_log_is_read_by_person_by_time_and_page_by_page(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (manager, council) = await People(office);
        var log = office.Get<QueryLog>();
        await log.Note(Viewer.Nobody, new Asked("mail", null, "Every team", "By week, 2026-01-05 to 2026-03-01"));
        for (var i = 0; i <= QueryLog.PageSize; i++)
        {
            office.Clock.Advance(TimeSpan.FromMinutes(1));
            await log.Note(manager.Eyes(), new Asked("here", null, "Service", $"Question {i}"));
        }
        office.Clock.Advance(TimeSpan.FromDays(1));
        await log.Note(manager.Eyes(), new Asked("here", null, "Service", "Tomorrow"));

        var first = await log.Page(council.Eyes(), All);
        Assert.Equal(QueryLog.PageSize + 1, first.Count);
        var rest = await log.Page(council.Eyes(), All, first[QueryLog.PageSize - 1].Id);
        Assert.Equal(["Question 1", "Question 0", "By week, 2026-01-05 to 2026-03-01"], rest.Select(l => l.Window));
        var byOperator = Assert.Single(await log.Page(council.Eyes(), QueryFilter.Of("operator", null, null, TimeZoneInfo.Utc)));
        Assert.Equal(("Operator, by report", "mail"), (byOperator.Who, byOperator.Source));
        var later = QueryFilter.Of(manager.Id.ToString(), "2026-03-03", "2026-03-03", TimeZoneInfo.Utc);
        Assert.Equal("Tomorrow", Assert.Single(await log.Page(council.Eyes(), later)).Window);
        Assert.Empty(await log.Page(council.Eyes(), QueryFilter.Of(null, "2026-03-04", null, TimeZoneInfo.Utc)));
    }

    [Theory, OnBoth]
    public async Task After_thirteen_months_a_line_is_gone(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (manager, council) = await People(office);
        var log = office.Get<QueryLog>();
        await log.Note(manager.Eyes(), new Asked("here", null, "Service", "Old"));

        office.Clock.Advance(TimeSpan.FromDays(400));

        Assert.Empty(await log.Page(council.Eyes(), All));
        await log.Note(manager.Eyes(), new Asked("here", null, "Service", "New"));
        Assert.Equal(1, await office.Store.Read(Viewer.Nobody, db => db.LoggedQueries.IgnoreQueryFilters([Sight.Name]).CountAsync()));
    }

    private static async Task<(Person Manager, Person Council)> People(Office office)
    {
        var manager = await office.Employee("Mona Manager");
        var team = await office.Team("Service", manager: manager.Id);
        for (var i = 0; i < 12; i++)
            await office.Employee($"Member {i}", team: team.Id);
        return (manager, await office.Employee("Walter Council", Duties.WorksCouncil));
    }
}
