using System.Globalization;

namespace Intranet.Domain.Adoption;

/// <summary>Writes a report as CSV (RFC 4180, CRLF); a name that a spreadsheet would run as a formula is defused with an apostrophe.</summary>
public static class ReportCsv
{
    public static void Write(TextWriter text, Report report)
    {
        Line(text, [ReportJson.NameOf(report.By), "period", "people", "active", "contributors", "acts", "noData", "hidden"]);
        foreach (var row in report.Rows)
            Line(
                text,
                [
                    row.Name,
                    row.Period,
                    row.People?.ToString(CultureInfo.InvariantCulture),
                    row.Active?.ToString(),
                    row.Contributors?.ToString(),
                    row.Acts?.ToString(CultureInfo.InvariantCulture),
                    row.NoData ? "true" : "false",
                    row.Hidden,
                ]
            );
    }

    private static void Line(TextWriter text, ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                text.Write(',');
            text.Write(Cell(cells[i]));
        }
        text.Write("\r\n");
    }

    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        var safe = value.TrimStart() is ['=' or '+' or '-' or '@', ..] || value[0] is '\t' or '\r' or '\n' ? "'" + value : value;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"")}\"" : safe;
    }
}
