using System.CommandLine;
using Intranet.App.Shared;
using Intranet.App.Shared.Imports;

namespace Intranet.App.Feeds.Imports;

/// <summary>`import replay FILE`</summary>
internal static class ReplayCommand
{
    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var file = new Argument<string>("FILE")
        {
            Description =
                "JSON Lines, one object a line, in order of time; may be gzipped. kind: user (id, t, name), post (id, t, user, group, title, text or html), "
                + "comment (id, t, user, parent, text or html), reaction (parent, t, user, type: up, +1, like, thanks, celebrate, insightful, care). "
                + "t: like 2026-03-02T09:00:00Z. A deleted account's user is null.",
        };
        var source = new Option<string?>("--source")
        {
            Description = "Where it comes from (default: the file's name up to the first dot).",
        };
        var history = new Option<bool>("--as-history")
        {
            Description = "This is the organisation's own history: its acts count in the adoption figures.",
        };
        var json = CommandLine.Json();
        var command = new Command("replay", "Take a community over with its posts; safe to repeat, and resumes after a break.")
        {
            file,
            source,
            history,
            CommandLine.DryRun,
            json,
        };
        command.SetAction(
            async (line, stop) =>
            {
                await using var services = await product(line, stop);
                using var bar = new ProgressBar("Posts");
                var path = line.GetRequiredValue(file);
                var summary = await services
                    .GetRequiredService<ReplayImport>()
                    .Run(
                        path,
                        line.GetValue(source) ?? ReplayImport.SourceOf(path),
                        line.GetValue(history),
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
}
