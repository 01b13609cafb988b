using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.App.People;
using Intranet.Domain.Access;
using Intranet.Domain.Adoption;
using Intranet.Tests.Feeds.Imports;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Adoption;

/// <summary>A community that was taken over has figures of its own, which are nobody's here.</summary>
public sealed class CommunityFiguresTests
{
    [Theory, OnBoth]
    public async Task Its_spaces_have_figures_under_its_own_name(Engine engine)
    {
        await using var office = await Taken(engine);

        var report = await office.Get<Figures>().Report("forum", By.Space, Grain.Week, null, null);

        Assert.Equal((new DateOnly(2018, 3, 5), new DateOnly(2018, 4, 15)), (report.From, report.To));
        Assert.Equal(
            [
                "algebra 2018-W10 Fewer than 10 people",
                "algebra 2018-W15 Fewer than 10 people",
                // Whoever wrote first belongs to it from then on, so in its first week nobody was silent: a count the whole would tell.
                $"optics 2018-W10 {Suppression.Beside}",
                "optics 2018-W15 20 8",
            ],
            report.Rows.Where(r => !r.NoData).Select(r => $"{r.Name} {r.Period} {r.Hidden ?? $"{r.People} {r.Active}"}")
        );
    }

    [Theory, OnBoth]
    public async Task All_of_it_is_a_share_of_everybody_it_names(Engine engine)
    {
        await using var office = await Taken(engine);

        var report = await office.Get<Figures>().Report("forum", By.All, Grain.Week, null, null);

        Assert.Equal(["60 24", "60 8"], report.Rows.Where(r => !r.NoData).Select(r => $"{r.People} {r.Active}"));
    }

    [Theory, OnBoth]
    public async Task It_is_never_mixed_into_what_happens_here(Engine engine)
    {
        await using var office = await Taken(engine);
        var ann = await office.Employee("Ann");
        Assert.True(await office.Get<Placeholders>().Claim("forum:u1", ann.Email));
        await office.Get<Rollup>().Rebuild();

        var forum = await office.Get<Figures>().Report("forum", By.Space, Grain.Week, null, null);

        Assert.Equal(
            (0, 0),
            await office.Store.Read(Viewer.Nobody, async db => (await db.PersonDays.CountAsync(), await db.SpacePersonDays.CountAsync()))
        );
        Assert.Contains(forum.Rows, row => row is { Name: "optics", People: 20, Active: { IsExact: true, Low: 8 } });
    }

    [Theory, OnBoth]
    public async Task What_a_guest_claimed_counts_no_more(Engine engine)
    {
        await using var office = await Taken(engine);
        var guest = await office.Guest("Gil");
        Assert.True(await office.Get<Placeholders>().Claim("forum:u1", guest.Email));

        var report = await office.Get<Figures>().Report("forum", By.All, Grain.Week, null, null);

        Assert.Equal(["59 23", "59 7"], report.Rows.Where(r => !r.NoData).Select(r => $"{r.People} {r.Active}"));
    }

    [Theory, OnBoth]
    public async Task It_has_no_teams_and_what_is_not_known_is_told_with_what_is(Engine engine)
    {
        await using var office = await Taken(engine);
        var figures = office.Get<Figures>();

        var teams = await Assert.ThrowsAsync<Refusal>(() => figures.Report("forum", By.Team, Grain.Week, null, null));
        var unknown = await Assert.ThrowsAsync<Refusal>(() => figures.Report("agora", By.Space, Grain.Week, null, null));

        Assert.Contains("has no teams", teams.Message);
        Assert.Equal("There is no source \"agora\". Known: here, forum.", unknown.Message);
    }

    [Theory, OnBoth]
    public async Task As_history_it_is_no_source_beside_this_one(Engine engine)
    {
        await using var office = await Office.Open(engine);
        await Replay.Import(office, Replay.Write(Lines()), asHistory: true);

        await Assert.ThrowsAsync<Refusal>(() => office.Get<Figures>().Report("forum", By.Space, Grain.Week, null, null));
    }

    private static async Task<Office> Taken(Engine engine)
    {
        var office = await Office.Open(engine);
        await Replay.Import(office, Replay.Write(Lines()));
        return office;
    }

    /// <summary>Sixty people: twenty write in one group, eight of them again a month later and twice; four write in another group.</summary>
    private static string[] Lines() =>
        [
            .. Enumerable.Range(0, 60).Select(i => Replay.User($"u{i}", $"Person {i}")),
            .. Enumerable.Range(0, 20).Select(i => Replay.Post($"m{i}", $"u{i}", "optics", "<p>March</p>", "2018-03-07T09:00:00")),
            .. Enumerable.Range(20, 4).Select(i => Replay.Post($"s{i}", $"u{i}", "algebra", "<p>March</p>", "2018-03-08T09:00:00")),
            .. Enumerable.Range(0, 16).Select(i => Replay.Post($"a{i}", $"u{i % 8}", "optics", "<p>April</p>", "2018-04-11T09:00:00")),
        ];
}
