using System.CommandLine;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Intranet.App.Admin.Start;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Blobs.Scanning;

namespace Intranet.App;

/// <summary>Runs the intranet until it is stopped.</summary>
internal static partial class Serve
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel.Core";
    private const string DefaultUrl = "http://localhost:5080";

    public static Command Command()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "The addresses to listen on, separated by semicolons.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? DefaultUrl,
        };
        var command = new Command("serve", "Run the intranet (the default).") { urls };
        command.SetAction(
            async (line, stop) =>
            {
                try
                {
                    return await Run(line.Installation().Prepare(), line.GetRequiredValue(urls), stop);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    // Stopped before it listened.
                    return 0;
                }
            }
        );
        return command;
    }

    /// <summary>Stands for every address of this machine, and no browser can open it.</summary>
    [GeneratedRegex(@"(?<=://)(0\.0\.0\.0|\[::\]|\*|\+)(?=[:/]|$)")]
    private static partial Regex Everywhere();

    private static string Elsewhere(string url) => Everywhere().IsMatch(url) ? "   (from other machines by this one's name)" : "";

    private static async Task<int> Run(Installation installation, string urls, CancellationToken stop)
    {
        using var alone = ServingLock.Take(installation);
        // The database is got ready while the web side is put together: on two cores that halves the wait. Nothing listens before it is.
        using var databases = new Databases(installation, TimeProvider.System);
        var migrated = Task.Run(() => databases.Migrate(stop), stop);
        var listens = false;
        var app = Host.Build(
            installation,
            urls,
            builder =>
            {
                builder.Services.AddSingleton(databases);
                // Why it could not start is said once and in a sentence, below.
                foreach (var teller in new[] { "Microsoft.Extensions.Hosting", "Microsoft.AspNetCore.Server.Kestrel" })
                    builder.Logging.AddFilter(teller, level => listens && level >= LogLevel.Warning);
            }
        );
        var start = app.Services.GetRequiredService<FirstStart>();
        var settled = Settle();
        foreach (var source in ((IEndpointRouteBuilder)app).DataSources)
            _ = source.Endpoints;
        if (await settled is { } wrong)
        {
            await Console.Error.WriteLineAsync(wrong);
            return 1;
        }
        // Not earlier: it takes a core for as long as all the rest, and the first page needs none of it.
        databases.Warm();
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception e) when (e is IOException or SocketException or FormatException || e.Source == Kestrel)
        {
            // What runs beside has begun already, and must not find the database closed.
            await app.StopAsync(CancellationToken.None);
            await Console.Error.WriteLineAsync($"Cannot listen on {urls}: {e.Message.TrimEnd('.')}. Choose another address with --urls.");
            return 1;
        }
        listens = true;
        Console.WriteLine($"Data folder  {installation.Folder}");
        foreach (var url in app.Urls)
            Console.WriteLine($"Open         {Everywhere().Replace(url, "localhost")}{Elsewhere(url)}");
        if (await start.Awaited())
            Console.WriteLine($"Set-up code  {app.Services.GetRequiredService<SetUpCode>().Code}   (only asked for from another machine)");
        await app.WaitForShutdownAsync(stop);
        return 0;

        async Task<string?> Settle()
        {
            await migrated;
            await app.Services.GetRequiredService<IBlobs>().Ask(stop);
            if (await app.Services.GetRequiredService<VirusScan>().Silence(stop) is { } silence)
                await Console.Error.WriteLineAsync($"{silence} Until it does, no file is taken.");
            var wrong = await Unattended.SetUp(start, Environment.GetEnvironmentVariable);
            await start.Awaited();
            return wrong;
        }
    }
}
