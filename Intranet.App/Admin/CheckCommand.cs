using System.CommandLine;
using Intranet.App.Shared;

namespace Intranet.App.Admin;

/// <summary>`check`</summary>
internal static class CheckCommand
{
    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var json = CommandLine.Json();
        var command = new Command("check", "Look whether database, files and figures are whole; exit code 1 when something is wrong.")
        {
            json,
        };
        command.SetAction(
            async (line, stop) =>
            {
                await using var services = await product(line, stop);
                var findings = await services.GetRequiredService<Checkup>().Run(stop);
                if (line.GetValue(json))
                    CommandLine.PrintJson(findings);
                else
                    foreach (var finding in findings)
                        Console.WriteLine(
                            $"{(finding.Problem is null ? "ok     " : "WRONG  ")} {finding.What}{(finding.Problem is null ? "" : ": " + finding.Problem)}"
                        );
                return findings.Any(f => f.Problem is not null) ? 1 : 0;
            }
        );
        return command;
    }
}
