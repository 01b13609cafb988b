using System.Buffers.Binary;
using SkiaSharp;

namespace Intranet.Tests.Shared.Images;

/// <summary>Pictures made for the tests: four coloured quarters, so that a turn or a mirror shows.</summary>
internal static class TestPictures
{
    /// <summary>Red, green over blue, white.</summary>
    public static byte[] Quarters(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            Fill(canvas, 0, 0, SKColors.Red);
            Fill(canvas, 1, 0, SKColors.Lime);
            Fill(canvas, 0, 1, SKColors.Blue);
            Fill(canvas, 1, 1, SKColors.White);
        }

        return bitmap.Encode(format, 95).ToArray();

        void Fill(SKCanvas canvas, int x, int y, SKColor colour)
        {
            using var paint = new SKPaint { Color = colour };
            canvas.DrawRect(SKRect.Create(x * width / 2f, y * height / 2f, width / 2f, height / 2f), paint);
        }
    }

    /// <summary>Puts an EXIF block with an orientation and a telling camera name behind the start of a JPEG.</summary>
    public static byte[] WithExif(byte[] jpeg, ushort orientation)
    {
        byte[] tiff =
        [
            .. "MM\0*"u8,
            0,
            0,
            0,
            8,
            0,
            2,
            0x01,
            0x0f,
            0,
            2,
            0,
            0,
            0,
            12,
            0,
            0,
            0,
            38,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte)orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            .. "SECRETCAMER\0"u8,
        ];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        byte[] head = [0xff, 0xe1, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)(body.Length + 2));
        return [.. jpeg[..2], .. head, .. body, .. jpeg[2..]];
    }

    /// <summary>A PNG whose header promises a picture of that size and whose pixels never come.</summary>
    public static byte[] PngHeader(int width, int height)
    {
        byte[] header = [.. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), height);
        byte[] sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(header));
        return [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. header, .. sum, 0, 0, 0, 0, .. "IDAT"u8, 0x35, 0xaf, 0x06, 0x1e];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    /// <summary>The colours found in the four quarters, row by row, as letters.</summary>
    public static string Corners(byte[] file)
    {
        using var bitmap = SKBitmap.Decode(file);
        var (w, h) = (bitmap.Width, bitmap.Height);
        return string.Concat(
            new[] { (w / 4, h / 4), (w * 3 / 4, h / 4), (w / 4, h * 3 / 4), (w * 3 / 4, h * 3 / 4) }.Select(p =>
                Name(bitmap.GetPixel(p.Item1, p.Item2))
            )
        );
    }

    private static char Name(SKColor c) =>
        (c.Red > 128, c.Green > 128, c.Blue > 128) switch
        {
            (true, false, false) => 'R',
            (false, true, false) => 'G',
            (false, false, true) => 'B',
            (true, true, true) => 'W',
            _ => '?',
        };
}
