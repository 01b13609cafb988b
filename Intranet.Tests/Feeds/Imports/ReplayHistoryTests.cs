using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.App.People;
using Intranet.Domain.Access;
using Intranet.Domain.Adoption;
using Intranet.Domain.People;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Feeds.Imports;

/// <summary>What a community counts for, and how its authors become people.</summary>
public sealed class ReplayHistoryTests
{
    [Theory, OnBoth]
    public async Task Content_taken_over_counts_in_no_figure(Engine engine)
    {
        await using var office = await Office.Open(engine);
        for (var i = 0; i < 12; i++)
            await office.Employee($"Person {i}");

        await Replay.Import(office, Replay.Write(Crowd()));

        var report = await office.Get<Figures>().Report("here", By.All, Grain.Month, null, null);
        Assert.Equal(new DateOnly(2026, 3, 1), report.From);
        Assert.True(Assert.Single(report.Rows).NoData);
        Assert.Equal(0, await office.Store.Read(Viewer.Nobody, db => db.PersonDays.CountAsync()));
        Assert.Empty(await office.Store.Read(Viewer.Nobody, db => db.Sources.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task As_history_it_counts_at_its_true_times_among_those_who_had_joined(Engine engine)
    {
        await using var office = await Office.Open(engine);

        await Replay.Import(office, Replay.Write(Crowd()), asHistory: true);

        var report = await office.Get<Figures>().Report("here", By.All, Grain.Week, new DateOnly(2018, 3, 5), new DateOnly(2018, 4, 15));
        Assert.Equal(
            ["2018-W10 40 20", "2018-W15 60 20"],
            report.Rows.Where(row => !row.NoData).Select(row => row.Hidden ?? $"{row.Period} {row.People} {row.Active}")
        );
        Assert.Equal(20, await office.Store.Read(Viewer.Nobody, db => db.Memberships.IgnoreQueryFilters([Sight.Name]).CountAsync()));
        Assert.Equal(40, await office.Store.Read(Viewer.Nobody, db => db.SpacePersonDays.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task What_was_content_is_not_made_history_by_the_way(Engine engine)
    {
        await using var office = await Office.Open(engine);
        await Replay.Import(office, Replay.Write(Replay.Community()));

        var refusal = await Assert.ThrowsAsync<Refusal>(() => Replay.Import(office, Replay.Write(Replay.Community()), asHistory: true));

        Assert.Contains("without --as-history", refusal.Message);
    }

    [Theory, OnBoth]
    public async Task A_stand_in_whose_address_is_new_becomes_that_person(Engine engine)
    {
        await using var office = await Office.Open(engine);
        await Replay.Import(office, Replay.Write(Replay.Community()), asHistory: true);
        var admin = await office.Employee("Ada", Duties.Admin);
        var before = await StandIn(office, "u1");

        Assert.False(await office.Get<Placeholders>().Claim(admin.Eyes(), before.Id, "Alex@Example.org"));

        var after = await office.Store.Read(
            Viewer.Nobody,
            db => db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Id == before.Id)
        );
        Assert.Equal(("alex@example.org", false), (after.Email, after.Placeholder));
        await Assert.ThrowsAsync<Refusal>(() => office.Get<Placeholders>().Claim("forum:u1", "other@example.org"));
    }

    [Theory, OnBoth]
    public async Task A_stand_in_whose_address_is_known_hands_everything_over_and_is_gone(Engine engine)
    {
        await using var office = await Office.Open(engine);
        await Replay.Import(office, Replay.Write(Replay.Community()), asHistory: true);
        var ann = await office.Employee("Ann");
        var standIn = await StandIn(office, "u1");
        var ledger = await Ledger(office);

        Assert.True(await office.Get<Placeholders>().Claim("forum:u1", ann.Email));
        Assert.Equal(ledger, (await Ledger(office)).Take(ledger.Count));
        await office.Get<Rollup>().Rebuild();
        var next = await Replay.Import(office, Replay.Write(Replay.Comment("c99", "p2", "u1", "Later")), asHistory: true);

        Assert.Equal(1, next.Done["comments added"]);
        await office.Store.Read(
            ann.Eyes(),
            async db =>
            {
                Assert.False(await db.People.AnyAsync(p => p.Id == standIn.Id));
                Assert.Equal(ann.Id, await db.Posts.Where(p => p.ExternalId == "p1").Select(p => p.AuthorId).SingleAsync());
                Assert.Equal(ann.Id, await db.Comments.Where(c => c.ExternalId == "c99").Select(c => c.AuthorId).SingleAsync());
                Assert.True(await db.Memberships.AnyAsync(m => m.PersonId == ann.Id && m.Space.Name == "optics"));
                Assert.False(await db.TieWeeks.AnyAsync(t => t.FromId == standIn.Id || t.ToId == standIn.Id));
                Assert.False(await db.PersonDays.AnyAsync(d => d.PersonId == standIn.Id));
                Assert.True(await db.PersonDays.AnyAsync(d => d.PersonId == ann.Id));
                return 0;
            }
        );
    }

    [Theory, OnBoth]
    public async Task What_a_guest_claims_counts_in_no_figure_and_stays_in_the_ledger(Engine engine)
    {
        await using var office = await Office.Open(engine);
        await Replay.Import(office, Replay.Write(Replay.Community()), asHistory: true);
        var (guest, standIn) = (await office.Guest("Gil"), await StandIn(office, "u1"));
        var ledger = await Ledger(office);
        Assert.True(await office.Store.Read(Viewer.Nobody, db => db.PersonDays.AnyAsync(d => d.PersonId == standIn.Id)));

        Assert.True(await office.Get<Placeholders>().Claim("forum:u1", guest.Email));
        await office.Get<Rollup>().Rebuild();

        Assert.Equal(ledger, (await Ledger(office)).Take(ledger.Count));
        Guid[] both = [guest.Id, standIn.Id];
        Assert.False(await office.Store.Read(Viewer.Nobody, db => db.PersonDays.AnyAsync(d => both.Contains(d.PersonId))));
    }

    [Theory, OnBoth]
    public async Task Only_administrators_give_authorship_away(Engine engine)
    {
        await using var office = await Office.Open(engine);
        await Replay.Import(office, Replay.Write(Replay.Community()));
        var ann = await office.Employee("Ann");
        var standIn = await StandIn(office, "u1");

        await Assert.ThrowsAsync<Refusal>(() => office.Get<Placeholders>().Claim(ann.Eyes(), standIn.Id, ann.Email));

        Assert.True((await StandIn(office, "u1")).Placeholder);
    }

    /// <summary>Sixty people of whom twenty join a month later; twenty write in March and twenty in April.</summary>
    private static string[] Crowd() =>
        [
            .. Enumerable
                .Range(0, 60)
                .Select(i => Replay.User($"u{i}", $"Person {i}", i < 40 ? "2018-03-01T08:00:00" : "2018-04-02T08:00:00")),
            .. Enumerable.Range(0, 20).Select(i => Replay.Post($"m{i}", $"u{i}", "optics", "<p>March</p>", "2018-03-07T09:00:00")),
            .. Enumerable.Range(0, 20).Select(i => Replay.Post($"a{i}", $"u{i}", "optics", "<p>April</p>", "2018-04-11T09:00:00")),
        ];

    private static Task<List<string>> Ledger(Office office) =>
        office.Store.Read(
            Viewer.Nobody,
            db => db.Activities.OrderBy(a => a.Id).Select(a => $"{a.Id} {a.ActorId} {a.Verb} {a.OwnerId} {a.Counts}").ToListAsync()
        );

    private static Task<Person> StandIn(Office office, string id) =>
        office.Store.Read(Viewer.Nobody, db => db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.ExternalId == "forum:" + id));
}
