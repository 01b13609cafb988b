using System.CommandLine;
using Intranet.App.Shared;
using Intranet.App.Shared.Imports;

namespace Intranet.App.People.Imports;

/// <summary>`import people FILE`</summary>
internal static class PeopleCommand
{
    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "CSV with the columns email,name,team,manager,title,location,kind; may be gzipped.",
        };
        var json = CommandLine.Json();
        var command = new Command("people", "Add or update people and teams from a CSV file; safe to repeat.")
        {
            file,
            CommandLine.DryRun,
            json,
        };
        command.SetAction(
            async (line, stop) =>
            {
                await using var services = await product(line, stop);
                using var bar = new ProgressBar("People");
                var summary = await services
                    .GetRequiredService<PeopleImport>()
                    .Run(line.GetRequiredValue(file), line.GetValue(CommandLine.DryRun), bar, stop);
                bar.Dispose();
                summary.Print(line.GetValue(json));
                return 0;
            }
        );
        return command;
    }
}
