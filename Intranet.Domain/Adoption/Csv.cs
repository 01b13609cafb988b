namespace Intranet.Domain.Adoption;

/// <summary>Lines of CSV (RFC 4180, CRLF); a text that a spreadsheet would run as a formula is defused with an apostrophe.</summary>
public static class Csv
{
    public static void Line(TextWriter text, params ReadOnlySpan<string?> cells)
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
