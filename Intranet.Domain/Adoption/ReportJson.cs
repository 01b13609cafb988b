using System.Text.Encodings.Web;
using System.Text.Json;

namespace Intranet.Domain.Adoption;

/// <summary>Writes a report as JSON; a coded count is a string, an exact one a number.</summary>
public static class ReportJson
{
    /// <summary>For a terminal or a file of its own: "&lt;3" stands as it is and must not be pasted into HTML.</summary>
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, Report report)
    {
        using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        json.WriteString("source", report.Source);
        json.WriteString("timeZone", report.TimeZone);
        json.WriteString("from", Period.Day(report.From).Key);
        json.WriteString("to", Period.Day(report.To).Key);
        json.WriteString("by", Word(report.By));
        json.WriteString("grain", Word(report.Grain));
        json.WriteStartObject("definitions");
        foreach (var (figure, meaning) in report.Definitions)
            json.WriteString(figure, meaning);
        json.WriteEndObject();
        json.WriteStartArray("rows");
        foreach (var row in report.Rows)
            Write(json, row, NameOf(report.By));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The column that names the group: "space" by space, else "team" (null for the whole organisation).</summary>
    internal static string NameOf(By by) => by == By.Space ? "space" : "team";

    private static void Write(Utf8JsonWriter json, ReportRow row, string name)
    {
        json.WriteStartObject();
        json.WriteString(name, row.Name);
        json.WriteString("period", row.Period);
        Write(json, "people", row.People is { } people ? Count.Of(people) : null);
        Write(json, "active", row.Active);
        Write(json, "contributors", row.Contributors);
        if (row.Acts is { } acts)
            json.WriteNumber("acts", acts);
        else
            json.WriteNull("acts");
        json.WriteBoolean("noData", row.NoData);
        json.WriteString("hidden", row.Hidden);
        Write(json, row.Withheld);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Withheld? withheld)
    {
        if (withheld is null)
        {
            json.WriteNull("withheld");
            return;
        }
        json.WriteStartObject("withheld");
        if (withheld.Contributors is { } contributors)
            json.WriteString("contributors", contributors);
        if (withheld.Acts is { } acts)
            json.WriteString("acts", acts);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string figure, Count? count)
    {
        if (count is { IsExact: true } exact)
            json.WriteNumber(figure, exact.Low);
        else
            json.WriteString(figure, count?.ToString());
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
