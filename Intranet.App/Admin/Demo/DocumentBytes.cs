using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Intranet.App.Admin.Demo;

/// <summary>Makes a file of the told words: a text as it is, a page to print, or a sketch.</summary>
internal static class DocumentBytes
{
    private const int Width = 960;
    private const int Height = 600;
    private static readonly SKColor Ink = new(0x1D, 0x21, 0x25);
    private static readonly SKColor Accent = new(0x1F, 0x5F, 0xBF);

    public static byte[] Of(string name, string text) =>
        Path.GetExtension(name) switch
        {
            ".pdf" => PrintedPage.Of(text),
            ".png" => Sketch(text),
            _ => Encoding.UTF8.GetBytes(text + "\n"),
        };

    /// <summary>Each line is a stroke: box and fill with corner and size, line and path with their points.</summary>
    private static byte[] Sketch(string text)
    {
        using var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var pen = new SKPaint { StrokeWidth = 4, IsAntialias = true };
        foreach (var stroke in text.Split('\n'))
        {
            var words = stroke.Split(' ');
            float[] at = [.. words.Skip(1).Select(word => float.Parse(word, CultureInfo.InvariantCulture))];
            pen.Color = words[0] is "path" or "fill" ? Accent : Ink;
            pen.Style = words[0] == "fill" ? SKPaintStyle.Fill : SKPaintStyle.Stroke;
            if (words[0] is "box" or "fill")
                canvas.DrawRect(at[0], at[1], at[2], at[3], pen);
            else
                canvas.DrawPoints(SKPointMode.Polygon, [.. at.Chunk(2).Select(point => new SKPoint(point[0], point[1]))], pen);
        }
        canvas.Flush();
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
