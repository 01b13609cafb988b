using System.Diagnostics;
using Intranet.App.Adoption;
using Intranet.App.Adoption.Imports;
using Intranet.App.Data;
using Intranet.App.People.Imports;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Bench;

/// <summary>Brings in a long history of mail, counts it, and opens the dashboard over it.</summary>
internal static class Import
{
    private const double ImportBudget = 30;
    private const double DashboardBudget = 100;
    private const string Source = "mail";

    public static async Task Run(Asked asked)
    {
        var rows = asked.Number("--rows", 332_334);
        using var folder = new Folder();
        var (people, acts) = (Path.Combine(folder.Path, "people.csv"), Path.Combine(folder.Path, "acts.csv"));
        MailFile.WritePeople(people);
        MailFile.WriteActs(acts, rows);
        var data = Path.Combine(folder.Path, "data");
        await using var product = await Product.Open(data, asked.Text("--postgres"));
        await product.Get<PeopleImport>().Run(people, false, new Silent(), default);
        var analyst = await Analyst(product.Store);

        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var begun = Stopwatch.GetTimestamp();
        var summary = await product.Get<ActivityImport>().Run(acts, Source, false, new Silent(), default);
        var took = Stopwatch.GetElapsedTime(begun);
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        if (summary.Done["acts added"] != rows)
            throw new InvalidOperationException($"{summary.Done["acts added"]} of {rows} rows were added.");
        Figure.Print($"import of {rows:#,0} acts with rollups", took.TotalSeconds, "s", ImportBudget);
        Figure.Print("processor time", cpu.TotalSeconds, "s");

        await Dashboard(product, analyst, "first in this process (code not yet compiled)", null);
        // Fresh services hold nothing in memory, but the code is warm by now.
        await using var fresh = await Product.Open(data, asked.Text("--postgres"));
        await Dashboard(fresh, analyst, "cold: nothing in memory", DashboardBudget);
        MailFile.WriteOneMore(acts);
        // By the other services: an import counts what it brought, and these here would not have to.
        await product.Get<ActivityImport>().Run(acts, Source, false, new Silent(), default);
        await Dashboard(fresh, analyst, "one act later", DashboardBudget);
        await ChangeTeams(fresh.Store);
        await Dashboard(fresh, analyst, "after somebody changed teams", DashboardBudget);
        var warm = new List<double>();
        for (var i = 0; i < 30; i++)
            warm.Add(await Load(fresh, analyst));
        Figure.Print("dashboard, warm: p50", Figure.Percentile(warm, 0.5), "ms", DashboardBudget);
        Figure.Print("dashboard, warm: slowest of 30", warm.Max(), "ms");
    }

    private static async Task Dashboard(Product product, Viewer analyst, string what, double? budget)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var took = await Load(product, analyst);
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        if (budget is { } limit)
            Figure.Print($"dashboard, {what}", took, "ms", limit);
        else
            Figure.Print($"dashboard, {what}", took, "ms");
        Figure.Print("processor time", cpu.TotalMilliseconds, "ms");
    }

    private static async Task<double> Load(Product product, Viewer analyst)
    {
        var begun = Stopwatch.GetTimestamp();
        var board = await product.Get<Dashboards>().Load(analyst, new Question(Source, null, 26));
        if (board.Teams.Count == 0)
            throw new InvalidOperationException("The dashboard has no teams.");
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static Task ChangeTeams(Store store) =>
        store.Write(
            Viewer.Nobody,
            async work =>
            {
                var people = work.Db.People.IgnoreQueryFilters([Sight.Name]);
                (await people.FirstAsync(p => p.Email == MailFile.Email(0))).TeamId = await people
                    .Where(p => p.Email == MailFile.Email(1))
                    .Select(p => p.TeamId)
                    .SingleAsync();
            }
        );

    private static Task<Viewer> Analyst(Store store) =>
        store.Write(
            Viewer.Nobody,
            async work =>
            {
                // Nobody is signed in here; the bench names one of its own people.
                var person = await work.Db.People.IgnoreQueryFilters([Sight.Name]).FirstAsync(p => p.Email == MailFile.Email(0));
                person.TakeOn(Duties.Analyst);
                return new Viewer(person.Id);
            }
        );

    private sealed class Silent : IProgress<double>
    {
        public void Report(double value) { }
    }
}
