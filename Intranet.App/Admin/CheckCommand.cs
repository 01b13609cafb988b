using System.CommandLine;
using Intranet.App.Shared;

namespace Intranet.App.Admin;

/// <summary>`check`</summary>
internal static class CheckCommand
{
    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var json = CommandLine.Json();
        var deep = new Option<bool>("--deep")
        {
            Description = "Read every file and count its checksum; takes as long as reading them all.",
        };
        var command = new Command("check", "Look whether database, files and figures are whole; exit code 1 when something is wrong.")
        {
            deep,
            json,
        };
        command.SetAction(
            async (line, stop) =>
            {
                await using var services = await product(line, stop);
                var findings = await services.GetRequiredService<Checkup>().Run(stop, line.GetValue(deep));
                if (line.GetValue(json))
                    CommandLine.PrintJson(findings);
                else
                    foreach (var finding in findings)
                        Console.WriteLine(
                            $"{(finding.Problem is null ? "ok     " : "WRONG  ")} {finding.What}{((finding.Problem ?? finding.Note) is { } said ? ": " + said : "")}"
                        );
                return findings.Any(f => f.Problem is not null) ? 1 : 0;
            }
        );
        return command;
    }
}
