using System.Globalization;
using Intranet.App.Shared.Text;

namespace Intranet.App.Shared;

/// <summary>A time in markup that all screens share. Words such as "4 min" hang on the reader and the moment, so js/times.js puts them in; without it the whole time stands there.</summary>
internal static class TimeMark
{
    public static SafeHtml Of(DateTimeOffset at) =>
        SafeHtml.Write($"""<time datetime="{Machine(at)}" data-ago>{TimeWords.InFull(at, TimeZoneInfo.Utc)} UTC</time>""");

    /// <summary>As a program reads it.</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
