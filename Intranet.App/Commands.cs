using System.CommandLine;
using Intranet.App.Admin;
using Intranet.App.Adoption;
using Intranet.App.Adoption.Imports;
using Intranet.App.Data;
using Intranet.App.Documents.Content;
using Intranet.App.Feeds.Imports;
using Intranet.App.People;
using Intranet.App.People.Imports;
using Intranet.App.Shared;
using Intranet.Domain.Access;

namespace Intranet.App;

/// <summary>The command line: `serve` when nothing else is said.</summary>
public static class Commands
{
    private const int WrongUse = 2;

    /// <summary>What shells give a program that was interrupted.</summary>
    private const int Stopped = 130;

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("A social intranet that shows whether it is used.") { CommandLine.Data };
        root.Add(Serve.Command());
        root.Add(Migrate.Command());
        root.Add(CheckCommand.Make(AsItIs));
        root.Add(StorageCommand.Make(AsItIs));
        root.Add(DemoCommand.Make(Product, Existing));
        var person = PersonCommand.Make(Product, Existing);
        person.Add(ClaimCommand.Make(Existing));
        person.Add(AccessTokenCommand.Make(Existing));
        person.Add(AppPasswordCommand.Make(Existing));
        root.Add(person);
        root.Add(
            new Command("import", "Bring in people, another tool's usage, or a community's posts.")
            {
                PeopleCommand.Make(Product),
                ActivityCommand.Make(Product),
                ReplayCommand.Make(Product),
            }
        );
        root.Add(new Command("report", "Print figures.") { ReportCommand.Make(Existing) });
        root.Add(ExtractCommand.Make());
        var line = root.Parse(WithDefault(args));
        try
        {
            var code = await line.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return line.Errors.Count > 0 ? WrongUse : code;
        }
        catch (Exception e) when (Outages.Sentence(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Stopped;
        }
        catch (Exception e) when (e is Refusal or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <summary>The product's services on a database of this version's shape, for commands that need no web server. What is not there is made.</summary>
    public static async Task<ServiceProvider> Product(ParseResult line, CancellationToken stop)
    {
        var installation = line.Installation();
        if (!line.GetValue(CommandLine.DryRun))
            installation.Prepare();
        else if (!await Databases.AnyIn(installation, stop))
            return await Migrated(Passing(), stop);
        return await Migrated(Services(installation), stop);
    }

    /// <summary>The same where an intranet is; a mistyped folder is not filled with an empty one.</summary>
    private static async Task<ServiceProvider> Existing(ParseResult line, CancellationToken stop) =>
        await Migrated(await AsItIs(line, stop), stop);

    private static async Task<ServiceProvider> AsItIs(ParseResult line, CancellationToken stop)
    {
        var installation = line.Installation();
        if (!await Databases.AnyIn(installation, stop))
            throw new Refusal($"There is no intranet in {installation.Folder}.");
        return Services(installation);
    }

    private static async Task<ServiceProvider> Migrated(ServiceProvider product, CancellationToken stop)
    {
        await product.GetRequiredService<Databases>().Migrate(stop);
        return product;
    }

    /// <summary>An empty intranet that is gone when the command ends: what a dry run finds where there is none yet.</summary>
    private static ServiceProvider Passing()
    {
        var folder = new PassingFolder(Path.Combine(Path.GetTempPath(), $"intranet-{Guid.NewGuid():N}"));
        var services = Services(new Installation(folder.Path).Prepare(), s => s.AddSingleton(_ => folder));
        // Made first, it is taken away last.
        services.GetRequiredService<PassingFolder>();
        return services;
    }

    private sealed record PassingFolder(string Path) : IDisposable
    {
        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    private static ServiceProvider Services(Installation installation, Action<IServiceCollection>? adjust = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole());
        Host.AddProduct(services, installation);
        adjust?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static string[] WithDefault(string[] args)
    {
        string[] words = ["--help", "-h", "-?", "/?", "--version"];
        return args is [] || (args[0].StartsWith('-') && !args.Any(words.Contains)) ? ["serve", .. args] : args;
    }
}
