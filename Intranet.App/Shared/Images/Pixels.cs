using Intranet.Domain.Access;
using SkiaSharp;

namespace Intranet.App.Shared.Images;

/// <summary>A decoded picture with the way to hold it upright.</summary>
internal sealed class Pixels : IDisposable
{
    private readonly SKImage image;
    private readonly SKEncodedOrigin origin;

    private Pixels(SKImage image, SKEncodedOrigin origin, SKSizeI full)
    {
        (this.image, this.origin) = (image, origin);
        Upright = Turn(new(image.Width, image.Height));
        Original = Turn(full);
    }

    /// <summary>The size in which the picture was decoded, held upright; large photographs are decoded smaller.</summary>
    public SKSizeI Upright { get; }

    /// <summary>The size the file states, held upright.</summary>
    public SKSizeI Original { get; }

    /// <summary>Reads the size before the pixels, and the pixels only when they are few enough; null for a damaged file.</summary>
    public static Pixels? Read(byte[] file, int wanted, long maxPixels)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return null;
        }

        var full = codec.Info.Size;
        if ((long)full.Width * full.Height > maxPixels)
        {
            throw new Refusal(
                $"This picture has {full.Width:N0} × {full.Height:N0} pixels; at most {maxPixels / 1_000_000} million can be shown. Make it smaller and try again."
            );
        }

        var size = codec.GetScaledDimensions(Math.Min(1f, (float)wanted / Math.Min(full.Width, full.Height)));
        size = size.Width < Math.Min(wanted, full.Width) || size.Height < Math.Min(wanted, full.Height) ? full : size;
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(new(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb())))
        {
            return null;
        }

        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            return null;
        }

        bitmap.SetImmutable();
        return new(SKImage.FromBitmap(bitmap), codec.EncodedOrigin, full);
    }

    public void DrawInto(SKCanvas canvas, SKRect target)
    {
        canvas.Clear(SKColors.Transparent);
        canvas.Translate(target.Left, target.Top);
        canvas.Scale(target.Width / Upright.Width, target.Height / Upright.Height);
        var (w, h) = ((float)Upright.Width, (float)Upright.Height);
        canvas.Concat(
            origin switch
            {
                SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
                SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
                SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
                SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
                SKEncodedOrigin.RightTop => new(0, -1, w, 1, 0, 0, 0, 0, 1),
                SKEncodedOrigin.RightBottom => new(0, -1, w, -1, 0, h, 0, 0, 1),
                SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, h, 0, 0, 1),
                _ => SKMatrix.Identity,
            }
        );
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }

    public void Dispose() => image.Dispose();

    private SKSizeI Turn(SKSizeI size) => origin >= SKEncodedOrigin.LeftTop ? new(size.Height, size.Width) : size;
}
