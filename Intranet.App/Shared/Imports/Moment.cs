using System.Globalization;

namespace Intranet.App.Shared.Imports;

/// <summary>A moment as a file writes it: ISO 8601 with its offset from UTC, or a day, which begins at midnight UTC. What could be read in two ways is not read.</summary>
internal static class Moment
{
    private const string Day = "yyyy-MM-dd";
    private static readonly string[] Times = [$"{Day}'T'HH:mmzzz", $"{Day}'T'HH:mm:sszzz", $"{Day}'T'HH:mm:ss.FFFFFFFzzz"];

    public static bool TryRead(string text, out DateTimeOffset moment)
    {
        // "zzz" reads an offset and no Z; without any the machine's own would be taken.
        var written = text.EndsWith('Z') ? $"{text.AsSpan(0, text.Length - 1)}+00:00" : text;
        var read =
            DateTimeOffset.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment)
            || DateTimeOffset.TryParseExact(written, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
        moment = moment.ToUniversalTime();
        return read;
    }
}
