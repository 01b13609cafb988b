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

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("A social intranet that shows whether it is used.") { CommandLine.Data };
        root.Add(Serve.Command());
        root.Add(Migrate.Command());
        root.Add(CheckCommand.Make(WithoutMigrating));
        root.Add(DemoCommand.Make(Product));
        var person = PersonCommand.Make(Product);
        person.Add(ClaimCommand.Make(Product));
        person.Add(AccessTokenCommand.Make(Product));
        root.Add(person);
        root.Add(
            new Command("import", "Bring in people, another tool's usage, or a community's posts.")
            {
                PeopleCommand.Make(Product),
                ActivityCommand.Make(Product),
                ReplayCommand.Make(Product),
            }
        );
        root.Add(new Command("report", "Print figures.") { ReportCommand.Make(Product) });
        root.Add(ExtractCommand.Make());
        var line = root.Parse(WithDefault(args));
        try
        {
            var code = await line.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return line.Errors.Count > 0 ? WrongUse : code;
        }
        catch (Exception e) when (e is Refusal or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <summary>The product's services on a database of this version's shape, for commands that need no web server.</summary>
    public static async Task<ServiceProvider> Product(ParseResult line, CancellationToken stop)
    {
        var product = await WithoutMigrating(line, stop);
        await product.GetRequiredService<Databases>().Migrate(stop);
        return product;
    }

    private static Task<ServiceProvider> WithoutMigrating(ParseResult line, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole());
        Host.AddProduct(services, line.Installation());
        return Task.FromResult(services.BuildServiceProvider());
    }

    private static string[] WithDefault(string[] args)
    {
        string[] words = ["--help", "-h", "-?", "/?", "--version"];
        return args is [] || (args[0].StartsWith('-') && !args.Any(words.Contains)) ? ["serve", .. args] : args;
    }
}
