using System.CommandLine;
using System.Diagnostics;
using Intranet.App.Admin.Demo;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.App.Shared.Imports;

namespace Intranet.App;

/// <summary>`demo` and `demo --remove`</summary>
internal static class DemoCommand
{
    public static Command Make(
        Func<ParseResult, CancellationToken, Task<ServiceProvider>> product,
        Func<ParseResult, CancellationToken, Task<ServiceProvider>> existing
    )
    {
        var seed = new Option<int>("--seed")
        {
            Description = "Another number tells the same company another course of events.",
            DefaultValueFactory = _ => DemoLoader.Seed,
        };
        var remove = new Option<bool>("--remove") { Description = "Take the demo away with everything that was done in it." };
        var json = CommandLine.Json();
        var command = new Command("demo", "Fill an empty data folder with the demo company, or take it away.") { seed, remove, json };
        command.SetAction(
            async (line, stop) =>
            {
                await using var services = await (line.GetValue(remove) ? existing : product)(line, stop);
                if (line.GetValue(remove))
                    await Remove(services, line.GetValue(json), stop);
                else
                    await Load(services, line.GetValue(seed), line.GetValue(json), stop);
                return 0;
            }
        );
        return command;
    }

    private static async Task Load(ServiceProvider services, int seed, bool json, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        DemoCounts counts;
        using (var bar = new ProgressBar("Demo"))
            counts = await services.GetRequiredService<DemoLoader>().Load(seed, bar, stop);
        var seconds = Math.Round(watch.Elapsed.TotalSeconds, 2);
        if (json)
        {
            CommandLine.PrintJson(
                new
                {
                    seed,
                    counts,
                    seconds,
                }
            );
            return;
        }
        Console.WriteLine(
            $"The demo company is here: {counts.People:N0} people, {counts.Guests:N0} guests, {counts.Spaces:N0} spaces, {counts.Posts:N0} posts, {counts.Comments:N0} answers, {counts.Documents:N0} documents, {counts.Acts:N0} acts, in {seconds:0.0} s."
        );
        Console.WriteLine($"Start the intranet with \"serve --data {services.GetRequiredService<Installation>().Folder}\";");
        Console.WriteLine("the sign-in page offers its people, each one click away. \"demo --remove\" takes it all away again.");
    }

    private static async Task Remove(ServiceProvider services, bool json, CancellationToken stop)
    {
        using var alone = ServingLock.Take(services.GetRequiredService<Installation>());
        await services.GetRequiredService<DemoRemoval>().Remove(stop);
        if (json)
            CommandLine.PrintJson(new { removed = true });
        else
            Console.WriteLine("The demo is gone. The next start begins anew.");
    }
}
