using System.CommandLine;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.Domain.Adoption;

namespace Intranet.App.Adoption;

/// <summary>`report adoption`</summary>
internal static class ReportCommand
{
    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var source = new Option<string>("--source")
        {
            Description = "\"here\", or the name of an import.",
            DefaultValueFactory = _ => Source.HereName,
        };
        var from = new Option<DateOnly?>("--from") { Description = "First day, like 2026-03-02; widened to whole periods." };
        var to = new Option<DateOnly?>("--to") { Description = "Last day; widened to whole periods." };
        var by = Choice("--by", "all, team or space.", "all", Enum.GetNames<By>());
        var grain = Choice("--grain", "day, week, month or whole.", "week", Enum.GetNames<Grain>());
        var format = Choice("--format", "json or csv.", "json", ["json", "csv"]);
        var command = new Command("adoption", "Print adoption figures, under the same privacy rules as on screen.")
        {
            source,
            from,
            to,
            by,
            grain,
            format,
        };
        command.SetAction(
            async (line, stop) =>
            {
                await using var services = await product(line, stop);
                await services.GetRequiredService<Rollup>().CatchUp(stop);
                var report = await services
                    .GetRequiredService<Figures>()
                    .Report(
                        line.GetRequiredValue(source),
                        Enum.Parse<By>(line.GetRequiredValue(by), ignoreCase: true),
                        Enum.Parse<Grain>(line.GetRequiredValue(grain), ignoreCase: true),
                        line.GetValue(from),
                        line.GetValue(to)
                    );
                await services.GetRequiredService<QueryLog>().Note(Viewer.Nobody, Asked(report));
                await using var output = Console.OpenStandardOutput();
                if (line.GetRequiredValue(format) == "csv")
                {
                    await using var text = new StreamWriter(output);
                    ReportCsv.Write(text, report);
                }
                else
                {
                    ReportJson.Write(output, report);
                    output.WriteByte((byte)'\n');
                }
                return 0;
            }
        );
        return command;
    }

    private static Asked Asked(Report report) =>
        new(
            report.Source,
            null,
            report.By switch
            {
                By.All => "Whole organisation",
                By.Team => "Every team",
                By.Space => "Every open space",
            },
            $"By {report.Grain.ToString().ToLowerInvariant()}, {report.From:yyyy-MM-dd} to {report.To:yyyy-MM-dd}"
        );

    private static Option<string> Choice(string name, string description, string usual, string[] names)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.AcceptOnlyFromAmong([.. names.Select(n => n.ToLowerInvariant())]);
        return option;
    }
}
