using System.Globalization;

namespace Intranet.Bench;

/// <summary>Many writers at once, in the running product with all that follows the ledger.</summary>
internal static class Writers
{
    private const double RateBudget = 1000;
    private const double TimeBudget = 50;

    public static async Task Run(Asked asked)
    {
        var writers = asked.Number("--writers", 16);
        var seconds = asked.Number("--seconds", 10);
        var postgres = asked.Text("--postgres");
        using var folder = new Folder();
        await using (var product = await Product.Open(folder.Path, postgres))
            await Company.Found(product.Store, people: 200, spaces: 20, roomsEach: 3);
        using var server = Served.Start(folder.Path, postgres);
        await server.Answers("/sign-in");
        var parts = (await server.Ask($"/bench/write?writers={writers}&seconds={seconds}")).Split(' ', 6);
        double[] figures = [.. parts[..5].Select(p => double.Parse(p, CultureInfo.InvariantCulture))];
        Figure.Print($"posts a second, {writers} writers, {seconds} s", figures[0] / seconds, "posts/s", RateBudget, floor: true);
        Figure.Print("publish: p50", figures[1], "ms");
        Figure.Print("publish: p99", figures[2], "ms", TimeBudget);
        Figure.Print("errors seen by a writer", figures[3], "", 0);
        Figure.Print("processor time per post", figures[4] * 1000 / Math.Max(1, figures[0]), "ms");
        if (parts[5].Length > 0)
            Console.WriteLine($"  first error: {parts[5]}");
    }
}
