using System.Security.Cryptography;

namespace Intranet.App.Access;

/// <summary>A code that is read from a screen or told by telephone: ten letters and digits without look-alikes, 50 bits, too many to guess over a network.</summary>
internal static class SpokenCode
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>As it is written on its field: two groups and a hyphen.</summary>
    public const int Length = 11;

    public static string New() => RandomNumberGenerator.GetString(Letters, 5) + "-" + RandomNumberGenerator.GetString(Letters, 5);

    /// <summary>However it was typed: case, spaces and hyphens do not matter.</summary>
    public static string Plain(string? typed) => string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
}
