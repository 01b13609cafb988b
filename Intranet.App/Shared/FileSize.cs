using System.Globalization;

namespace Intranet.App.Shared;

/// <summary>Says a number of bytes as people say it.</summary>
public static class FileSize
{
    private static readonly string[] Units = ["bytes", "KB", "MB", "GB", "TB"];

    public static string Say(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        while (size >= 1000 && unit < Units.Length - 1)
            (size, unit) = (size / 1024, unit + 1);
        var digits = unit > 0 && size < 10 ? "0.#" : "0";
        return bytes == 1
            ? "1 byte"
            : string.Create(CultureInfo.InvariantCulture, $"{size.ToString(digits, CultureInfo.InvariantCulture)} {Units[unit]}");
    }
}
