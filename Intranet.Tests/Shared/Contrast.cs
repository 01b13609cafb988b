using System.Globalization;

namespace Intranet.Tests.Shared;

/// <summary>The contrast ratio of WCAG 2 between two colours written as #RRGGBB.</summary>
public static class Contrast
{
    public static double Between(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    public static string Darkened(string colour, double shade) =>
        "#" + string.Concat(Channels(colour).Select(c => ((int)(c * (1 - shade))).ToString("X2", CultureInfo.InvariantCulture)));

    private static double Luminance(string colour)
    {
        var c = Channels(colour).Select(v => v / 255.0).Select(v => v <= .04045 ? v / 12.92 : Math.Pow((v + .055) / 1.055, 2.4)).ToArray();
        return .2126 * c[0] + .7152 * c[1] + .0722 * c[2];
    }

    private static int[] Channels(string colour) =>
        [
            .. Enumerable
                .Range(0, 3)
                .Select(i => int.Parse(colour.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        ];
}
