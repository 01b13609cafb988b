using System.Globalization;

namespace Intranet.Domain.Adoption;

/// <summary>Writes a report as CSV.</summary>
public static class ReportCsv
{
    public static void Write(TextWriter text, Report report)
    {
        Csv.Line(text, ReportJson.NameOf(report.By), "period", "people", "active", "contributors", "acts", "noData", "hidden", "withheld");
        foreach (var row in report.Rows)
            Csv.Line(
                text,
                row.Name,
                row.Period,
                row.People?.ToString(CultureInfo.InvariantCulture),
                row.Active?.ToString(),
                row.Contributors?.ToString(),
                row.Acts?.ToString(CultureInfo.InvariantCulture),
                row.NoData ? "true" : "false",
                row.Hidden,
                Words(row.Withheld)
            );
    }

    /// <summary>"acts: Given by week for teams and spaces".</summary>
    private static string? Words(Withheld? withheld) =>
        withheld is null
            ? null
            : string.Join(
                "; ",
                new[] { ("contributors", withheld.Contributors), ("acts", withheld.Acts) }
                    .Where(x => x.Item2 is not null)
                    .Select(x => $"{x.Item1}: {x.Item2}")
            );
}
