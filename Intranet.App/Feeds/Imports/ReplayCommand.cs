using System.CommandLine;
using Intranet.App.Shared;
using Intranet.App.Shared.Imports;

namespace Intranet.App.Feeds.Imports;

/// <summary>`import replay FILE`</summary>
internal static class ReplayCommand
{
    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var file = new Argument<string>("FILE") { Description = "JSON Lines: users, posts, comments, reactions in order; may be gzipped." };
        var source = new Option<string?>("--source")
        {
            Description = "Where it comes from (default: the file's name up to the first dot).",
        };
        var history = new Option<bool>("--as-history")
        {
            Description = "This is the organisation's own history: its acts count in the adoption figures.",
        };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would happen and change nothing." };
        var json = CommandLine.Json();
        var command = new Command("replay", "Take a community over with its posts; safe to repeat, and resumes after a break.")
        {
            file,
            source,
            history,
            dry,
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
                    .Run(path, line.GetValue(source) ?? ReplayImport.SourceOf(path), line.GetValue(history), line.GetValue(dry), bar, stop);
                bar.Dispose();
                summary.Print(line.GetValue(json));
                return 0;
            }
        );
        return command;
    }
}
