using Intranet.Domain.Access;

namespace Intranet.App.Shared.Images;

/// <summary>Knows by its first bytes what a file is; names and declared types are not asked.</summary>
internal static class PictureKind
{
    /// <summary>Lets only the four formats through that the decoder is meant to meet.</summary>
    public static void Check(ReadOnlySpan<byte> file)
    {
        if (IsPng(file) || IsJpeg(file) || IsGif(file) || IsWebP(file))
        {
            return;
        }

        throw new Refusal(
            file.Length > 12 && file[4..8].SequenceEqual("ftyp"u8)
                ? "This picture or film is in a format browsers do not share, such as HEIC. Save it as JPEG and try again."
                : "Only PNG, JPEG, GIF and WebP pictures can be shown. Attach other files as documents."
        );
    }

    private static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Png);

    private static bool IsJpeg(ReadOnlySpan<byte> file) => file.Length > 3 && file[0] == 0xff && file[1] == 0xd8 && file[2] == 0xff;

    private static bool IsGif(ReadOnlySpan<byte> file) => file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8);

    private static bool IsWebP(ReadOnlySpan<byte> file) =>
        file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8);

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
}
