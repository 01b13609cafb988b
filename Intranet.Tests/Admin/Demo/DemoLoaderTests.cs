using Intranet.App.Access;
using Intranet.App.Admin.Demo;
using Intranet.App.Adoption;
using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Intranet.Tests.Adoption;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Admin.Demo;

/// <summary>The demo company in a real database: whole, seen by the rule of sight, counted, and gone again without a trace.</summary>
public sealed class DemoLoaderTests(LoadedDemos demos)
{
    [Theory, OnBoth]
    public async Task The_script_stands_in_the_database_row_for_row(Engine engine)
    {
        var (office, counts) = await demos.On(engine);
        var script = DemoCompany.Write(DemoLoader.Seed, office.Clock.GetUtcNow());

        var found = await office.Store.Read(
            Viewer.Nobody,
            async db => new
            {
                People = await db.People.IgnoreQueryFilters([Sight.Name]).CountAsync(),
                Teams = await db.Teams.IgnoreQueryFilters([Sight.Name]).CountAsync(),
                Seats = await db.Memberships.IgnoreQueryFilters([Sight.Name]).CountAsync(),
                Posts = await db.Posts.IgnoreQueryFilters([Sight.Name]).CountAsync(),
                Comments = await db.Comments.IgnoreQueryFilters([Sight.Name]).CountAsync(),
                Answers = await db.Posts.IgnoreQueryFilters([Sight.Name]).SumAsync(p => p.CommentCount),
                Reactions = await db.Reactions.IgnoreQueryFilters([Sight.Name]).CountAsync(),
                Votes = await db.PollVotes.IgnoreQueryFilters([Sight.Name]).CountAsync(),
                Seen = await db.Seen.IgnoreQueryFilters([Sight.Name]).CountAsync(),
                Acts = await db.Activities.CountAsync(),
            }
        );
        Assert.Equal(
            new
            {
                People = script.People.Count,
                Teams = script.Teams.Count,
                Seats = script.Members.Count,
                Posts = script.Posts.Count,
                Comments = script.Comments.Count,
                Answers = script.Comments.Count,
                Reactions = script.Reactions.Count,
                Votes = script.Votes.Count,
                Seen = script.Opens.Count,
                counts.Acts,
            },
            found
        );
        Assert.Equal(script.People.Count(p => p.Kind == PersonKind.Employee && p.LeftAt is null), counts.People);
        var unresolved = await office.Store.Read(
            Viewer.Nobody,
            db =>
                db.Posts.IgnoreQueryFilters([Sight.Name])
                    .Where(p => p.Body.Markdown.Contains("](person:") && !p.Body.Html.Contains("/people/"))
                    .CountAsync()
        );
        Assert.Equal(0, unresolved);
    }

    [Theory, OnBoth]
    public async Task The_cast_comes_in_by_one_click_and_each_sees_what_their_place_allows(Engine engine)
    {
        var (office, _) = await demos.On(engine);

        var cast = await office.Get<App.Access.Demo>().Cast();

        Assert.Equal(9, cast.Select(c => c.Role).Distinct().Count());
        var guest = new Viewer(cast.Single(c => c.Role == "Guest").Id);
        var employee = new Viewer(cast.Single(c => c.Role == "Employee").Id);
        Assert.Equal(["Marienholm hospital"], await Rooms(office, guest));
        Assert.Equal(
            ["Marienholm hospital"],
            await office.Store.Read(guest, db => db.Posts.Select(p => p.Space.Name).Distinct().ToListAsync())
        );
        var seen = await Rooms(office, employee);
        Assert.Contains("Everyone at Aerholt", seen);
        Assert.DoesNotContain("Marienholm hospital", seen);
        Assert.DoesNotContain("Second site study", seen);
    }

    [Theory, OnBoth]
    public async Task The_figures_are_counted_at_once_and_equal_those_rebuilt_from_zero(Engine engine)
    {
        var (office, _) = await demos.On(engine);
        var loaded = await RollupTests.Everything(office);
        Assert.True(loaded.Count > 5_000);

        await office.Get<Rollup>().Rebuild();

        Assert.Equal(loaded, await RollupTests.Everything(office));
    }

    [Theory, OnBoth]
    public async Task A_second_load_is_refused_and_so_is_one_into_a_company_that_is_there(Engine engine)
    {
        var (office, _) = await demos.On(engine);
        Assert.Contains("here already", (await Assert.ThrowsAsync<Refusal>(() => Load(office))).Message);

        await using var used = await Office.Open(engine);
        await used.Employee("Ann");
        Assert.Contains("in use", (await Assert.ThrowsAsync<Refusal>(() => Load(used))).Message);
        Assert.Contains("no demo", (await Assert.ThrowsAsync<Refusal>(() => used.Get<DemoRemoval>().Remove(default))).Message);
        Assert.Equal(1, await used.Store.Read(Viewer.Nobody, db => db.People.IgnoreQueryFilters([Sight.Name]).CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Removal_leaves_no_row_and_no_file_and_the_demo_can_come_again(Engine engine)
    {
        await using var office = await Office.Open(engine);
        await Load(office);
        var before = await Links(office);
        await office.Get<App.Shared.Blobs.Incoming>().PutAsync(new byte[] { 1, 2, 3 });
        Assert.NotEmpty(await Filled(office));

        Directory.CreateDirectory(office.Installation.Previews);
        await File.WriteAllTextAsync(Path.Combine(office.Installation.Previews, "page.png"), "x", TestContext.Current.CancellationToken);

        await office.Get<DemoRemoval>().Remove(default);

        Assert.Empty(await Filled(office));
        Assert.False(Directory.Exists(office.Installation.Previews));
        if (engine == Engine.Sqlite)
            Assert.DoesNotContain(
                "aerholt",
                await File.ReadAllTextAsync(
                    office.Installation.SqliteFile,
                    System.Text.Encoding.Latin1,
                    TestContext.Current.CancellationToken
                ),
                StringComparison.OrdinalIgnoreCase
            );
        Assert.Empty(Directory.EnumerateFiles(office.Installation.Blobs, "*", SearchOption.AllDirectories));
        await Load(office);
        Assert.Equal(before, await Links(office));
    }

    [Theory, OnBoth]
    public async Task A_load_that_breaks_off_leaves_nothing_behind(Engine engine)
    {
        await using var office = await Office.Open(engine);
        using var stop = new CancellationTokenSource();
        var late = new Break(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => office.Get<DemoLoader>().Load(DemoLoader.Seed, late, stop.Token));

        Assert.True(late.Reached);
        Assert.Empty(await Filled(office));
    }

    internal static Task<DemoCounts> Load(Office office) => office.Get<DemoLoader>().Load(DemoLoader.Seed, new Progress<double>(), default);

    private static Task<List<string>> Rooms(Office office, Viewer viewer) =>
        office.Store.Read(viewer, db => db.Spaces.OrderBy(s => s.Name).Select(s => s.Name).ToListAsync());

    private static Task<List<Guid>> Links(Office office) =>
        office.Store.Read(
            Viewer.Nobody,
            db => db.Posts.IgnoreQueryFilters([Sight.Name]).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync()
        );

    /// <summary>The tables that hold any row.</summary>
    private static Task<List<string>> Filled(Office office) =>
        office.Store.Read(
            Viewer.Nobody,
            async db =>
            {
                var filled = new List<string>();
                foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
                {
                    var sql = "SELECT COUNT(*) AS \"Value\" FROM \"" + table + "\"";
                    if (await db.Database.SqlQueryRaw<long>(sql).SingleAsync() > 0)
                        filled.Add(table);
                }
                return filled;
            }
        );

    /// <summary>Breaks the load off when most of it is written.</summary>
    private sealed class Break(CancellationTokenSource stop) : IProgress<double>
    {
        public bool Reached { get; private set; }

        public void Report(double value)
        {
            if (value < 0.84 || Reached)
                return;
            Reached = true;
            stop.Cancel();
        }
    }
}
