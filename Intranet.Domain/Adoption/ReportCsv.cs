using System.Globalization;

namespace Intranet.Domain.Adoption;

/// <summary>Writes a report as CSV.</summary>
public static class ReportCsv
{
    public static void Write(TextWriter text, Report report)
    {
        Csv.Line(text, ReportJson.NameOf(report.By), "period", "people", "active", "contributors", "acts", "noData", "hidden");
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
                row.Hidden
            );
    }
}
