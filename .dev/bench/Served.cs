using System.Diagnostics;
using System.Globalization;
using Intranet.App;
using Intranet.App.Data;
using Intranet.App.Feeds;
using Intranet.Domain.Feeds;

namespace Intranet.Bench;

/// <summary>The whole product in a process of its own, as Intranet.App serves it, with doors for what only the process itself can measure: its heap, and the moment a publish call begins and ends.</summary>
internal static class Served
{
    public const string Command = "serve-measured";
    private const int WarmPosts = 3000;

    public static Child Start(string data, string? postgres = null) =>
        Child.Start(Path.Combine(AppContext.BaseDirectory, "Intranet.Bench.dll"), [Command], data, ("INTRANET_POSTGRES", postgres));

    public static async Task<int> Run(Asked asked)
    {
        var postgres = Environment.GetEnvironmentVariable("INTRANET_POSTGRES");
        var installation = new Installation(asked.Text("--data")!, string.IsNullOrEmpty(postgres) ? null : postgres);
        var app = App.Host.Build(
            installation,
            asked.Text("--urls")!,
            // Few authors stand here for many.
            builder => builder.Services.AddSingleton(s => new Pace(s.GetRequiredService<TimeProvider>(), atOnce: 0))
        );
        await app.Services.GetRequiredService<Databases>().Migrate();
        var posts = app.Services.GetRequiredService<Posts>();
        app.MapGet("/bench/memory", Memory);
        app.MapGet("/bench/publish", (Guid person, Guid space, string text) => Publish(posts, person, space, text));
        app.MapGet("/bench/write", (int writers, int seconds) => Many(app.Services, writers, seconds));
        await app.StartAsync();
        // The input closes when whoever started this is gone, by whatever way.
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    /// <summary>Bytes on the managed heap after a forced, compacting collection, and of the whole process.</summary>
    private static string Memory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: true)} {Environment.WorkingSet}");
    }

    /// <summary>The clock's stand before and after; it is the machine's and can be compared between processes.</summary>
    private static async Task<string> Publish(Posts posts, Guid person, Guid space, string text)
    {
        var begun = Stopwatch.GetTimestamp();
        await posts.Publish(new Viewer(person), space, PostKind.Update, null, text, Guid.NewGuid().ToString("N"));
        return string.Create(CultureInfo.InvariantCulture, $"{begun} {Stopwatch.GetTimestamp()}");
    }

    private static async Task<string> Many(IServiceProvider services, int writers, int seconds)
    {
        var store = services.GetRequiredService<Store>();
        var posts = services.GetRequiredService<Posts>();
        var seats = await Company.Seats(store, writers);
        // A server has run for a while when its speed matters; until then its code is not compiled to the end.
        for (var warm = 0; warm < WarmPosts; )
            warm += (await Round(posts, seats, TimeSpan.FromSeconds(1))).Times.Count;
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var (times, errors) = await Round(posts, seats, TimeSpan.FromSeconds(seconds));
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{times.Count} {Figure.Percentile(times, 0.5)} {Figure.Percentile(times, 0.99)} {errors.Count} {cpu.TotalSeconds} {errors.FirstOrDefault()}"
        );
    }

    private static async Task<(List<double> Times, List<string> Errors)> Round(
        Posts posts,
        List<(Guid Person, Guid Space)> seats,
        TimeSpan span
    )
    {
        var times = new List<double>();
        var errors = new List<string>();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(seats.Select(seat => Task.Run(() => Write(seat))));
        return (times, errors);

        async Task Write((Guid Person, Guid Space) seat)
        {
            for (var i = 0; Stopwatch.GetElapsedTime(begun) < span; i++)
            {
                var at = Stopwatch.GetTimestamp();
                try
                {
                    var text = $"Post {i}: the figures for the **north hall** are in, see the list below.\n\n- one\n- two";
                    await posts.Publish(new Viewer(seat.Person), seat.Space, PostKind.Update, null, text, Guid.NewGuid().ToString("N"));
                    lock (times)
                        times.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                }
                catch (Exception e)
                {
                    lock (errors)
                        errors.Add($"{e.GetType().Name}: {e.InnerException?.Message ?? e.Message}");
                }
            }
        }
    }
}
