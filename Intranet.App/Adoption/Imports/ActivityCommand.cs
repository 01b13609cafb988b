using System.CommandLine;
using Intranet.App.Shared;
using Intranet.App.Shared.Imports;

namespace Intranet.App.Adoption.Imports;

/// <summary>`import activity FILE`</summary>
internal static class ActivityCommand
{
    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var file = new Argument<string>("FILE")
        {
            Description =
                "CSV in UTF-8 with the columns at,person,verb,target,space,channel; may be gzipped. at: like 2026-03-02T09:00:00Z; "
                + "person, target: email addresses; space: the name of one here. "
                + $"Verbs: {Words(VerbNames.Verbs.Keys)}. Channels: {Words(VerbNames.Channels.Keys)}, or empty.",
        };
        var source = new Option<string>("--source")
        {
            Description = "The tool the acts come from; shown beside, never mixed into, the acts done here.",
            DefaultValueFactory = _ => "import",
        };
        var json = CommandLine.Json();
        var command = new Command("activity", "Add how another tool is used; safe to repeat, and resumes after a break.")
        {
            file,
            source,
            CommandLine.DryRun,
            json,
        };
        command.SetAction(
            async (line, stop) =>
            {
                await using var services = await product(line, stop);
                using var bar = new ProgressBar("Acts");
                var import = services.GetRequiredService<ActivityImport>();
                var summary = await import.Run(
                    line.GetRequiredValue(file),
                    line.GetRequiredValue(source),
                    line.GetValue(CommandLine.DryRun),
                    bar,
                    stop
                );
                bar.Dispose();
                summary.Print(line.GetValue(json));
                return 0;
            }
        );
        return command;
    }

    private static string Words(IEnumerable<string> names) => string.Join(", ", names.Where(n => n.Length > 0).Order());
}
