using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>The beginning of a text table, whatever stands between its cells.</summary>
internal static class CsvRows
{
    public const int MostRows = 200;
    public const int MostColumns = 50;
    private const int LongestCell = 500;

    public static Preview.Rows Read(string text, bool isCut)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t", "|"],
            BadDataFound = null,
            IgnoreBlankLines = true,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new List<string[]>();
        while (parser.Read())
        {
            if (rows.Count == MostRows)
                return new(rows, true);
            isCut |= parser.Count > MostColumns;
            rows.Add([.. (parser.Record ?? []).Take(MostColumns).Select(Short)]);
        }
        return new(rows, isCut);
    }

    private static string Short(string cell) => cell.Length <= LongestCell ? cell : Shared.Text.PlainText.Excerpt(cell, LongestCell);
}
