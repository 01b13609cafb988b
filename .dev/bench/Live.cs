using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Intranet.Bench;

/// <summary>One writes, and many who have the feed of the same space open see it.</summary>
internal static class Live
{
    private const double SeenBudget = 100;
    private const double AcceptedBudget = 15;

    public static async Task Run(Asked asked)
    {
        var count = asked.Number("--circuits", 200);
        var posts = asked.Number("--posts", 30);
        using var folder = new Folder();
        var company = await Feed.Fill(folder.Path, people: count + 1, posts: 60);
        using var server = Served.Start(folder.Path);
        await server.Answers("/sign-in");
        await using var crowd = new Crowd(server.Address);
        await crowd.Join(1, count);
        var seen = new List<double>();
        var last = new List<double>();
        var accepted = new List<double>();
        // The runtime compiles what runs often a second time, in the background and on the same cores; a server is past that after its first minutes.
        var early = new List<double>();
        for (var i = 0; i < asked.Number("--warm", 60); i++)
            early.AddRange((await Once(server, crowd, company, $"marker{Guid.NewGuid():N}")).Seen);
        var cpu = server.Cpu;
        for (var i = 0; i < posts; i++)
        {
            var (times, took) = await Once(server, crowd, company, $"marker{Guid.NewGuid():N}");
            seen.AddRange(times);
            last.Add(times.Max());
            accepted.Add(took);
        }
        Figure.Print($"post to {count} live screens, publish call to arrival: p50", Figure.Percentile(seen, 0.5), "ms");
        Figure.Print($"post to {count} live screens: p99 of {seen.Count} arrivals", Figure.Percentile(seen, 0.99), "ms", SeenBudget);
        Figure.Print($"the same while the server warms up: p99 of {early.Count} arrivals", Figure.Percentile(early, 0.99), "ms");
        Figure.Print("the last of all screens: p50", Figure.Percentile(last, 0.5), "ms");
        Figure.Print("accepted: p50", Figure.Percentile(accepted, 0.5), "ms");
        Figure.Print($"accepted: p99 of {posts} posts", Figure.Percentile(accepted, 0.99), "ms", AcceptedBudget);
        Figure.Print("processor time of the server per post", (server.Cpu - cpu).TotalMilliseconds / posts, "ms");
    }

    private static async Task<(List<double> Seen, double Accepted)> Once(Child server, Crowd crowd, Company company, string marker)
    {
        var looked = Encoding.UTF8.GetBytes(marker);
        var arrivals = new long[crowd.Circuits.Count];
        var missing = arrivals.Length;
        var all = new TaskCompletionSource();
        for (var i = 0; i < arrivals.Length; i++)
        {
            var at = i;
            crowd.Circuits[i].Drawn = batch =>
            {
                if (batch.Span.IndexOf(looked) < 0 || Interlocked.CompareExchange(ref arrivals[at], Stopwatch.GetTimestamp(), 0) != 0)
                    return;
                if (Interlocked.Decrement(ref missing) == 0)
                    all.TrySetResult();
            };
        }
        var answer = await server.Ask($"/bench/publish?person={company.People[0]}&space={company.Spaces[0]}&text=News {marker}");
        long[] clock = [.. answer.Split(' ').Select(t => long.Parse(t, CultureInfo.InvariantCulture))];
        try
        {
            await all.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{missing} of {arrivals.Length} screens did not get the post within 30 s.");
        }
        await Task.Delay(400);
        return (
            [.. arrivals.Select(a => Stopwatch.GetElapsedTime(clock[0], a).TotalMilliseconds)],
            Stopwatch.GetElapsedTime(clock[0], clock[1]).TotalMilliseconds
        );
    }
}
