using System.CommandLine;
using Intranet.App.Admin.Start;
using Intranet.App.Data;
using Intranet.App.Shared;

namespace Intranet.App;

/// <summary>Runs the intranet until it is stopped.</summary>
internal static class Serve
{
    private const string DefaultUrl = "http://localhost:5080";

    public static Command Command()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "The addresses to listen on, separated by semicolons.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? DefaultUrl,
        };
        var command = new Command("serve", "Run the intranet (the default).") { urls };
        command.SetAction((line, stop) => Run(line.Installation(), line.GetRequiredValue(urls), stop));
        return command;
    }

    private static async Task<int> Run(Installation installation, string urls, CancellationToken stop)
    {
        // The database is got ready while the web side is put together: on two cores that halves the wait. Nothing listens before it is.
        using var databases = new Databases(installation, TimeProvider.System);
        var migrated = Task.Run(() => databases.Migrate(stop), stop);
        var app = Host.Build(installation, urls, builder => builder.Services.AddSingleton(databases));
        var start = app.Services.GetRequiredService<FirstStart>();
        var settled = Settle();
        foreach (var source in ((IEndpointRouteBuilder)app).DataSources)
            _ = source.Endpoints;
        if (await settled is { } wrong)
        {
            await Console.Error.WriteLineAsync(wrong);
            return 1;
        }
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"Cannot listen on {urls}: {e.Message} Choose another address with --urls.");
            return 1;
        }
        Console.WriteLine($"Data folder  {installation.Folder}");
        foreach (var url in app.Urls)
            Console.WriteLine($"Open         {url}");
        if (await start.Awaited())
            Console.WriteLine($"Set-up code  {app.Services.GetRequiredService<SetUpCode>().Code}   (only asked for from another machine)");
        await app.WaitForShutdownAsync(stop);
        return 0;

        async Task<string?> Settle()
        {
            await migrated;
            var wrong = await Unattended.SetUp(start, Environment.GetEnvironmentVariable);
            await start.Awaited();
            return wrong;
        }
    }
}
