namespace Intranet.Domain.Documents.Content;

/// <summary>Knows a file by its first bytes.</summary>
internal static class Signatures
{
    private const int PdfReach = 1024;

    /// <summary>The kind these bytes begin, or null; containers are looked into by <see cref="Containers"/>.</summary>
    public static ContentKind? Of(ReadOnlySpan<byte> head) =>
        head switch
        {
            _ when IsProgram(head) => ContentKind.Program,
            _ when head[..Math.Min(head.Length, PdfReach)].IndexOf("%PDF-"u8) >= 0 => ContentKind.Pdf,
            _ when head.StartsWith("{\\rtf"u8) => ContentKind.Rtf,
            _ => Picture(head) ?? Film(head) ?? Packed(head),
        };

    private static ContentKind? Picture(ReadOnlySpan<byte> head) =>
        head switch
        {
            _ when Starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) => ContentKind.Png,
            _ when Starts(head, [0xff, 0xd8, 0xff]) => ContentKind.Jpeg,
            _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => ContentKind.Gif,
            _ when head.StartsWith("RIFF"u8) && At(head, 8, "WEBP"u8) => ContentKind.WebP,
            _ when At(head, 4, "ftyp"u8) && (At(head, 8, "hei"u8) || At(head, 8, "avif"u8) || At(head, 8, "mif1"u8)) =>
                ContentKind.OtherImage,
            _ when Starts(head, [0x49, 0x49, 0x2a, 0x00]) || Starts(head, [0x4d, 0x4d, 0x00, 0x2a]) => ContentKind.OtherImage,
            _ when head.StartsWith("8BPS"u8) || Starts(head, [0x00, 0x00, 0x01, 0x00]) => ContentKind.OtherImage,
            _ when head.StartsWith("BM"u8) && head.Length > 18 && head[14] is 12 or 40 or 108 or 124 => ContentKind.OtherImage,
            _ => null,
        };

    private static ContentKind? Film(ReadOnlySpan<byte> head) =>
        head switch
        {
            _ when At(head, 4, "ftypM4A"u8) => ContentKind.M4a,
            _ when At(head, 4, "ftyp"u8) || At(head, 4, "moov"u8) => ContentKind.Mp4,
            _ when Starts(head, [0x1a, 0x45, 0xdf, 0xa3]) => ContentKind.WebM,
            _ when head.StartsWith("OggS"u8) => ContentKind.Ogg,
            _ when head.StartsWith("RIFF"u8) && At(head, 8, "WAVE"u8) => ContentKind.Wav,
            _ when head.StartsWith("fLaC"u8) => ContentKind.Flac,
            _ when head.StartsWith("ID3"u8) || (head.Length > 2 && head[0] == 0xff && head[1] is 0xfb or 0xf3 or 0xf2) => ContentKind.Mp3,
            _ => null,
        };

    private static ContentKind? Packed(ReadOnlySpan<byte> head) =>
        head switch
        {
            _ when Starts(head, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]) || head.StartsWith("Rar!"u8) => ContentKind.Archive,
            _ when Starts(head, [0x1f, 0x8b]) || head.StartsWith("BZh"u8) || head.StartsWith("MSCF"u8) => ContentKind.Archive,
            _ when Starts(head, [0xfd, 0x37, 0x7a, 0x58, 0x5a]) || Starts(head, [0x28, 0xb5, 0x2f, 0xfd]) => ContentKind.Archive,
            _ when At(head, 257, "ustar"u8) => ContentKind.Archive,
            _ => null,
        };

    /// <summary>Windows, Linux and macOS programs, Java classes, and Windows shortcuts.</summary>
    private static bool IsProgram(ReadOnlySpan<byte> head) =>
        IsWindowsProgram(head)
        || Starts(head, [0x7f, 0x45, 0x4c, 0x46])
        || Starts(head, [0xca, 0xfe, 0xba, 0xbe])
        || Starts(head, [0xcf, 0xfa, 0xed, 0xfe])
        || Starts(head, [0xce, 0xfa, 0xed, 0xfe])
        || Starts(head, [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00]);

    /// <summary>A text may begin with the letters MZ; the header of a program has zeros among what follows.</summary>
    private static bool IsWindowsProgram(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) && head[..Math.Min(head.Length, 64)].Contains((byte)0);

    private static bool Starts(ReadOnlySpan<byte> head, ReadOnlySpan<byte> magic) => head.StartsWith(magic);

    private static bool At(ReadOnlySpan<byte> head, int offset, ReadOnlySpan<byte> magic) =>
        head.Length >= offset + (long)magic.Length && head[offset..].StartsWith(magic);
}
