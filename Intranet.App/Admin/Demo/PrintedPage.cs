using System.Globalization;
using System.Text;

namespace Intranet.App.Admin.Demo;

/// <summary>Lines of text on A4 as a PDF, in a font that every reader has; the first line is the heading.</summary>
internal static class PrintedPage
{
    private const int LinesPerPage = 40;

    public static byte[] Of(string text)
    {
        List<string> parts = ["<< /Type /Catalog /Pages 2 0 R >>", "", Font("Helvetica"), Font("Helvetica-Bold")];
        List<string> pages = [];
        foreach (var lines in text.Split('\n').Chunk(LinesPerPage))
        {
            var drawn = Draw(lines, heading: pages.Count == 0);
            pages.Add($"{parts.Count + 1} 0 R");
            parts.Add(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {parts.Count + 2} 0 R >>"
            );
            parts.Add($"<< /Length {drawn.Length} >>\nstream\n{drawn}\nendstream");
        }
        parts[1] = $"<< /Type /Pages /Kids [{string.Join(' ', pages)}] /Count {pages.Count} >>";
        return Encoding.Latin1.GetBytes(Bound(parts));
    }

    private static string Font(string name) => $"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>";

    private static string Draw(string[] lines, bool heading)
    {
        var drawn = new StringBuilder("BT /F1 12 Tf 64 770 Td 19 TL\n");
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
        {
            var shown = line.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)");
            drawn.Append(heading && i == 0 ? $"/F2 18 Tf ({shown}) Tj /F1 12 Tf T*\n" : $"({shown}) Tj T*\n");
        }
        return drawn.Append("ET").ToString();
    }

    /// <summary>The parts with the table of where each begins; a letter is a byte here.</summary>
    private static string Bound(List<string> parts)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        foreach (var (part, i) in parts.Select((part, i) => (part, i)))
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{part}\nendobj\n");
        }
        var begins = file.Length;
        return file.Append(
                CultureInfo.InvariantCulture,
                $"xref\n0 {parts.Count + 1}\n{table}trailer\n<< /Size {parts.Count + 1} /Root 1 0 R >>\nstartxref\n{begins}\n%%EOF\n"
            )
            .ToString();
    }
}
