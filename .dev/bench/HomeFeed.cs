using System.Diagnostics;
using Intranet.App.Data;
using Intranet.App.Feeds;

namespace Intranet.Bench;

/// <summary>The home feed of many different people over many posts: the newest page, and one far back.</summary>
internal static class HomeFeed
{
    private const double Budget = 10;

    public static async Task Run(Asked asked)
    {
        var count = asked.Number("--posts", 100_000);
        var viewers = asked.Number("--viewers", 500);
        using var folder = new Folder();
        await using var product = await Product.Open(folder.Path, asked.Text("--postgres"));
        var company = await Company.Found(product.Store, people: 1000, spaces: 200, roomsEach: 15);
        await Feed.Fill(product, company, count);
        var pages = product.Get<FeedPages>();
        var chance = new Random(3);
        var deep = new FeedKey(product.Store.Clock.GetUtcNow().AddMinutes(-2.5 * count / 2), Guid.CreateVersion7());
        // A server has run for a while when its speed matters.
        await Measure(null, 1000);
        await Measure(deep, 500);
        await Report("first page", null);
        await Report("a page in the middle, by key", deep);

        async Task Report(string what, FeedKey? before)
        {
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var allocated = GC.GetTotalAllocatedBytes();
            var times = await Measure(before, viewers);
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
            var name = $"home feed, {count:#,0} posts, 200 spaces, {what}";
            Figure.Print($"{name}: p50", Figure.Percentile(times, 0.5), "ms");
            Figure.Print($"{name}: p95 of {viewers}", Figure.Percentile(times, 0.95), "ms", Budget);
            Figure.Print("processor time each", cpu.TotalMilliseconds / viewers, "ms");
            Figure.Print("allocated each", allocated / 1024.0 / viewers, "kB");
        }

        async Task<List<double>> Measure(FeedKey? before, int reads)
        {
            var times = new List<double>();
            for (var i = 0; i < reads; i++)
            {
                var viewer = new Viewer(company.People[chance.Next(company.People.Count)]);
                var begun = Stopwatch.GetTimestamp();
                var stretch = await pages.Read(viewer, new FeedScope.Home(), before);
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                if (stretch.Items.Count < FeedPages.First)
                    throw new InvalidOperationException("The page is not full; this measures too little.");
            }
            return times;
        }
    }
}
