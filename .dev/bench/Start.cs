namespace Intranet.Bench;

/// <summary>From the start of the built product's process to its first page.</summary>
internal static class Start
{
    private const double Budget = 1.5;
    private const double DemoBudget = 10;

    public static async Task Run(Asked asked)
    {
        var runs = asked.Number("--runs", 5);
        var fresh = new List<(double Wall, double Cpu)>();
        for (var i = 0; i < runs; i++)
        {
            using var folder = new Folder();
            fresh.Add(await Once(folder.Path, "/welcome"));
        }
        Report("cold start, fresh data folder", fresh);

        using var kept = new Folder();
        await using (var product = await Product.Open(kept.Path))
            await Company.Found(product.Store, people: 20, spaces: 5, roomsEach: 2);
        var again = new List<(double, double)>();
        for (var i = 0; i < runs; i++)
            again.Add(await Once(kept.Path, "/sign-in"));
        Report("cold start, existing data folder", again);
    }

    /// <summary>The demo company in an empty data folder, by the built product's own command.</summary>
    public static async Task Demo(Asked asked)
    {
        var runs = new List<(double Wall, double Cpu)>();
        for (var i = 0; i < asked.Number("--runs", 3); i++)
        {
            using var folder = new Folder();
            var spent = await Child.Run(Folder.BuiltApp, "demo", "--data", folder.Path);
            runs.Add((spent.Wall.TotalSeconds, spent.Cpu.TotalSeconds));
        }
        Figure.Print($"demo company: median of {runs.Count}", Figure.Percentile(runs.Select(r => r.Wall), 0.5), "s", DemoBudget);
        Figure.Print("demo company: processor time", Figure.Percentile(runs.Select(r => r.Cpu), 0.5), "s");
    }

    private static void Report(string what, List<(double Wall, double Cpu)> runs)
    {
        Figure.Print($"{what}: median of {runs.Count} to first page", Figure.Percentile(runs.Select(r => r.Wall), 0.5), "s", Budget);
        Figure.Print($"{what}: processor time", Figure.Percentile(runs.Select(r => r.Cpu), 0.5), "s");
    }

    private static async Task<(double Wall, double Cpu)> Once(string data, string page)
    {
        using var app = Child.Start(Folder.BuiltApp, [], data);
        var wall = await app.Answers(page);
        return (wall.TotalSeconds, app.Cpu.TotalSeconds);
    }
}
