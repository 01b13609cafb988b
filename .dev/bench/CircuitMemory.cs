using System.Globalization;

namespace Intranet.Bench;

/// <summary>What one more open home feed costs the server in memory.</summary>
internal static class CircuitMemory
{
    private const double Budget = 150;
    private const int WarmUp = 10;

    public static async Task Run(Asked asked)
    {
        var count = asked.Number("--circuits", 200);
        using var folder = new Folder();
        await Feed.Fill(folder.Path, people: count + WarmUp, posts: asked.Number("--posts", 60));
        using var server = Served.Start(folder.Path);
        await server.Answers("/sign-in");
        await using var crowd = new Crowd(server.Address);
        await crowd.Join(0, WarmUp);
        var before = await Memory(server);
        await crowd.Join(WarmUp, count);
        var after = await Memory(server);
        if (asked.Text("--dump") is { } file)
            await server.Dump(file);
        Figure.Print($"managed memory per circuit, {count} circuits, forced GC", (after.Heap - before.Heap) / 1024 / count, "KB", Budget);
        Figure.Print("working set per circuit, the same", (after.Whole - before.Whole) / 1024 / count, "KB");
        Figure.Print("working set of the whole process", after.Whole / 1024 / 1024, "MB");
    }

    private static async Task<(double Heap, double Whole)> Memory(Child server)
    {
        var parts = (await server.Ask("/bench/memory")).Split(' ');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
