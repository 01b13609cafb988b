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

    [Theory, OnBoth]
    public async Task Only_weeks_in_which_something_changed_are_counted_anew(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var (sales, service) = (await office.Team("Sales"), await office.Team("Service"));
        var people = new List<Person>();
        for (var i = 0; i < 12; i++)
            people.Add(await office.Employee($"Person {i}", team: sales.Id));
        foreach (var person in people)
            await Act(office, person, Verb.Posted, TimeSpan.Zero);
        office.Clock.Advance(TimeSpan.FromDays(28));
        await office.Get<Rollup>().CatchUp();
        Assert.Equal(4, (await Count(office)).Weeks.Count);
        // What is kept stands in the database: the count holds nothing in memory that a restart would lose.
        Assert.Empty((await Count(office)).Weeks);

        await Act(office, people[0], Verb.Posted, TimeSpan.Zero);
        await office.Get<Rollup>().CatchUp();
        await Come(office, people, service.Id);
        Assert.Empty((await Count(office)).Weeks);

        await Act(office, people[0], Verb.Posted, TimeSpan.FromDays(7));
        await office.Get<Rollup>().CatchUp();
        Assert.Single((await Count(office)).Weeks);

        await Move(office, people[0], service.Id);
        Assert.Empty((await Count(office)).Weeks);
        await office.Get<Rollup>().Rebuild();
        Assert.Equal(4, (await Count(office)).Weeks.Count);
    }

    private static async Task Live(Engine engine, (int Event, int Who)[] history)
    {
        await using var office = await Office.Open(engine);
        var (sales, service) = (await office.Team("Sales"), await office.Team("Service"));
        var people = new List<Person>();
        for (var i = 0; i < 28; i++)
            people.Add(await office.Employee($"Person {i}", team: i % 2 == 0 ? sales.Id : service.Id));
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
            await Same(office);
        }
    }

    private static async Task Same(Office office)
    {
        var (counted, report, _) = await Count(office);
        await office.Store.Write(Viewer.Nobody, work => work.Db.CountedWeeks.ExecuteDeleteAsync());
        var (anew, _, weeks) = await Count(office);
        Assert.Equal(anew.Tallies.Cast<Domain.Adoption.Tally>(), counted.Tallies.Cast<Domain.Adoption.Tally>());
        Assert.Equal(anew.NoData, counted.NoData);
        // The report counts all weeks at once, on a way of its own.
        Assert.Equal(report.Rows.Cast<Shown>(), Suppression.Publish(counted, Threshold.Default).Rows.Cast<Shown>());
        Assert.Equal(counted.Periods.Count - 1, weeks.Count);
    }

    /// <summary>As the dashboard does: count, then keep. The weeks are those that had to be counted anew.</summary>
    private static async Task<(Counted Table, Published Report, List<CountedWeek> Weeks)> Count(Office office)
    {
        var (table, report, weeks) = await office.Store.Read(
            Viewer.Nobody,
            async db =>
            {
                var calendar = await Calendar.Of(db);
                var (first, last) = await Figures.Span(db, Source.Here, calendar);
                var (table, anew) = await KeptWeeks.Count(
                    db,
                    await Staff.Read(db, calendar),
                    Source.Here,
                    Periods.Over(first, last, Grain.Week)
                );
                var tables = new Tables(db, calendar, Source.Here, first, last);
                return (table, await tables.Published(Cut.Teams, Grain.Week, first, last, Threshold.Default), anew);
            }
        );
        await office.Store.Write(Viewer.Nobody, work => KeptWeeks.Keep(work.Db, weeks));
        return (table, report, weeks);
    }

    private static Task Pass(Office office)
    {
        office.Clock.Advance(TimeSpan.FromDays(4));
        return Task.CompletedTask;
    }

    private static Task Move(Office office, Person person, Guid team) => Change(office, person, (known, _) => known.TeamId = team);

    private static async Task Come(Office office, List<Person> people, Guid team)
    {
        var person = await office.Employee($"Person {people.Count}", team: team);
        await Change(office, person, (known, now) => known.Since = now);
        people.Add(person);
    }

    private static Task Change(Office office, Person person, Action<Person, DateTimeOffset> change) =>
        office.Store.Write(
            Viewer.Nobody,
            async work => change(await work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == person.Id), work.Now)
        );

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
