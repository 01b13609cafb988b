using System.Buffers;
using System.Security.Cryptography;

namespace Intranet.App.Shared.Blobs;

/// <summary>The name of a content: the SHA-256 of its bytes in small hexadecimal letters.</summary>
public static class BlobKey
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether the text has the form of a key.</summary>
    public static bool Is(string text) => text.Length == 64 && !text.AsSpan().ContainsAnyExcept(Hex);

    /// <summary>The key of what is still to be read of a stream.</summary>
    public static async Task<string> Of(Stream content, CancellationToken stop)
    {
        await using var wide = new BufferedStream(content, 128 * 1024);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(wide, stop));
    }
}
