using System.CommandLine;

namespace Intranet.App.Admin;

/// <summary>The command line: `serve` when nothing else is said.</summary>
public static class Commands
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "The data folder: database, keys, files.",
        Recursive = true,
        DefaultValueFactory = _ =>
            Environment.GetEnvironmentVariable("INTRANET_DATA") ?? Path.Combine(Environment.CurrentDirectory, "data"),
    };

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("A social intranet that shows whether it is used.") { Data };
        root.Add(Serve.Command());
        root.Add(Migrate.Command());
        var line =
            args.FirstOrDefault(a => !a.StartsWith('-')) is null && !args.Any(a => a is "--help" or "-h" or "-?" or "--version")
                ? ["serve", .. args]
                : args;
        return await root.Parse(line).InvokeAsync();
    }

    public static Installation Installation(ParseResult line) =>
        new Installation(
            Path.GetFullPath(line.GetRequiredValue(Data)),
            Environment.GetEnvironmentVariable("INTRANET_POSTGRES"),
            Environment.GetEnvironmentVariable("INTRANET_REDIS")
        ).Prepare();
}
