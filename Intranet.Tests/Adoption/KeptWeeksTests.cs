using CsCheck;
using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Adoption;

public sealed class KeptWeeksTests
{
    private static readonly Gen<(int Event, int Who)[]> Histories = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 29]).Array[8, 30];

    /// <summary>Weeks that were kept while people acted, moved and came equal those counted from nothing.</summary>
    [Theory, OnBoth]
    public async Task What_was_kept_equals_what_is_counted_anew(Engine engine) =>
        await Histories.SampleAsync(history => Live(engine, history), iter: engine == Engine.Sqlite ? 6 : 2, threads: 1);

    private static async Task Live(Engine engine, (int Event, int Who)[] history)
    {
        await using var office = await Office.Open(engine);
        var (sales, service) = (await office.Team("Sales"), await office.Team("Service"));
        var people = new List<Person>();
        for (var i = 0; i < 28; i++)
            people.Add(await office.Employee($"Person {i}", team: i % 2 == 0 ? sales.Id : service.Id));
        var kept = new KeptWeeks();
        foreach (var (what, who) in history)
        {
            var person = people[who % people.Count];
            await (
                what switch
                {
                    0 => Pass(office),
                    1 => Move(office, person, who % 3 == 0 ? sales.Id : service.Id),
                    2 => Come(office, people, sales.Id),
                    3 => Act(office, person, Verb.Posted, TimeSpan.FromDays(who % 20)),
                    4 => Act(office, person, Verb.Opened, TimeSpan.Zero),
                    _ => Act(office, person, Verb.Posted, TimeSpan.Zero),
                }
            );
            await office.Get<Rollup>().CatchUp();
            await office.Store.Read(Viewer.Nobody, db => Same(db, kept));
        }
    }

    private static async Task<bool> Same(IntranetDb db, KeptWeeks kept)
    {
        var calendar = await Calendar.Of(db);
        var (first, last) = await Figures.Span(db, Source.Here, calendar);
        var weeks = Periods.Over(first, last, Grain.Week);
        var staff = await Staff.Read(db, calendar);
        var counted = await kept.Count(db, Source.Here, staff, weeks);
        var anew = await new KeptWeeks().Count(db, Source.Here, staff, weeks);
        Assert.Equal(anew.Tallies.Cast<Domain.Adoption.Tally>(), counted.Tallies.Cast<Domain.Adoption.Tally>());
        Assert.Equal(anew.NoData, counted.NoData);
        // The report counts all weeks at once, on a way of its own.
        var limit = Threshold.Default;
        var report = await new Tables(db, calendar, Source.Here, first, last).Published(Cut.Teams, Grain.Week, first, last, limit);
        Assert.Equal(report.Rows.Cast<Shown>(), Suppression.Publish(counted, limit).Rows.Cast<Shown>());
        return true;
    }

    private static Task Pass(Office office)
    {
        office.Clock.Advance(TimeSpan.FromDays(4));
        return Task.CompletedTask;
    }

    private static Task Move(Office office, Person person, Guid team) =>
        office.Store.Write(
            Viewer.Nobody,
            async work => (await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == person.Id)).TeamId = team
        );

    private static async Task Come(Office office, List<Person> people, Guid team) =>
        people.Add(await office.Employee($"Person {people.Count}", team: team));

    /// <summary>Some acts come in late, as an import brings them.</summary>
    private static Task Act(Office office, Person person, Verb verb, TimeSpan late) =>
        office.Store.Write(
            Viewer.Nobody,
            async work =>
            {
                var team = await work
                    .Db.People.IgnoreQueryFilters([Sight.Name])
                    .Where(p => p.Id == person.Id)
                    .Select(p => p.TeamId)
                    .SingleAsync();
                work.Db.Activities.Add(new Act(work.Now - late, person.Id, verb, Channel.Web) { TeamId = team });
            }
        );
}
