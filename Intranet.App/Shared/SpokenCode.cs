using System.Security.Cryptography;

namespace Intranet.App.Shared;

/// <summary>A code that is read from a screen or told by telephone: letters and digits without look-alikes, in two groups.</summary>
internal static class SpokenCode
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Five letters a group are 50 bits, too many to guess over a network.</summary>
    public static string New(int lettersPerGroup = 5) => $"{Group(lettersPerGroup)}-{Group(lettersPerGroup)}";

    /// <summary>However it was typed: case, spaces and hyphens do not matter.</summary>
    public static string Plain(string? typed) => string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));

    private static string Group(int letters) => RandomNumberGenerator.GetString(Letters, letters);
}
