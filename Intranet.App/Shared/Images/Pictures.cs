using Intranet.Domain.Access;
using SkiaSharp;

namespace Intranet.App.Shared.Images;

/// <summary>Takes uploaded pictures apart and draws them anew, so that nothing but their pixels is ever served.</summary>
public sealed class Pictures
{
    /// <summary>The largest upload, in bytes.</summary>
    public const int MaxBytes = 12 * 1024 * 1024;
    public static readonly string TooLarge = $"This picture is larger than {MaxBytes / 1024 / 1024} MB. Make it smaller and try again.";

    /// <summary>The most pixels a picture may have.</summary>
    public const long MaxPixels = 40_000_000;

    /// <summary>The widths that are served; a picture is never enlarged to reach one.</summary>
    public static readonly IReadOnlyList<int> Slots = [400, 800, 1600];

    /// <summary>Of the square beside a name in a list, twice as wide as it is shown.</summary>
    public const int ThumbnailSide = 80;

    /// <summary>Whether a small picture can be drawn of a file of that type and size.</summary>
    public static bool Draws(string? mediaType, long bytes) =>
        mediaType is "image/png" or "image/jpeg" or "image/gif" or "image/webp" && bytes <= MaxBytes;

    private const int AvatarSide = 256;
    private const int MaxHeight = 4_096;
    private const int Quality = 82;
    private const string Damaged = "This picture is damaged or incomplete. Open it in a picture program, save it again and try once more.";

    /// <summary>A picture of the allowed size takes 160 MB while it is drawn, so two at a time and the others wait.</summary>
    private readonly SemaphoreSlim gate = new(2);

    /// <summary>Draws the picture upright, without metadata, as WebP in every served width. Of an animation the first frame stays.</summary>
    /// <exception cref="Refusal">Not a picture, too large, or damaged.</exception>
    public Task<Picture> ReencodeAsync(Stream upload, CancellationToken cancel = default) =>
        DrawAsync(
            upload,
            Slots[^1],
            pixels =>
            {
                var sizes = new List<PictureSize>();
                foreach (var slot in Slots)
                {
                    var (width, height) = Fit(pixels.Upright, slot);
                    var same = sizes.LastOrDefault(size => (size.Width, size.Height) == (width, height));
                    sizes.Add(new(slot, width, height, same?.WebP ?? Encode(pixels, new SKRect(0, 0, width, height), new(width, height))));
                }

                return new Picture(pixels.Original.Width, pixels.Original.Height, sizes);
            },
            cancel
        );

    /// <summary>Cuts the middle square out of the picture, at most 256 pixels wide, as WebP.</summary>
    /// <exception cref="Refusal">Not a picture, too large, or damaged.</exception>
    public Task<byte[]> AvatarAsync(Stream upload, CancellationToken cancel = default) => SquareAsync(upload, AvatarSide, cancel);

    /// <summary>The same, at most 80 pixels wide.</summary>
    /// <exception cref="Refusal">Not a picture, too large, or damaged.</exception>
    public Task<byte[]> ThumbnailAsync(Stream upload, CancellationToken cancel = default) => SquareAsync(upload, ThumbnailSide, cancel);

    private Task<byte[]> SquareAsync(Stream upload, int most, CancellationToken cancel) =>
        DrawAsync(
            upload,
            most * 2,
            pixels =>
            {
                var (width, height) = (pixels.Upright.Width, pixels.Upright.Height);
                var side = Math.Min(most, Math.Min(width, height));
                var scale = (float)side / Math.Min(width, height);
                var (w, h) = (width * scale, height * scale);
                return Encode(pixels, SKRect.Create((side - w) / 2, (side - h) / 2, w, h), new(side, side));
            },
            cancel
        );

    private async Task<T> DrawAsync<T>(Stream upload, int wanted, Func<Pixels, T> draw, CancellationToken cancel)
    {
        var file = await ReadAsync(upload, cancel);
        PictureKind.Check(file);
        await gate.WaitAsync(cancel);
        try
        {
            return await Task.Run(
                () =>
                {
                    using var pixels = Pixels.Read(file, wanted, MaxPixels) ?? throw new Refusal(Damaged);
                    return draw(pixels);
                },
                cancel
            );
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task<byte[]> ReadAsync(Stream upload, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await upload.ReadAsync(buffer, cancel)) > 0; )
        {
            if (file.Length + read > MaxBytes)
            {
                throw new Refusal(TooLarge);
            }

            file.Write(buffer, 0, read);
        }

        return file.ToArray();
    }

    private static (int Width, int Height) Fit(SKSizeI upright, int slot)
    {
        var scale = Math.Min(1.0, Math.Min((double)slot / upright.Width, (double)MaxHeight / upright.Height));
        return (Math.Max(1, (int)Math.Round(upright.Width * scale)), Math.Max(1, (int)Math.Round(upright.Height * scale)));
    }

    private static byte[] Encode(Pixels pixels, SKRect target, SKSizeI canvas)
    {
        using var surface = SKSurface.Create(
            new SKImageInfo(canvas.Width, canvas.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb())
        );
        pixels.DrawInto(surface.Canvas, target);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Webp, Quality);
        return data.ToArray();
    }
}
