using System.Globalization;

namespace Intranet.App.Shared;

/// <summary>Says a time as people say it: "4 min", "yesterday 16:20", "12 March".</summary>
public static class TimeWords
{
    private static readonly CultureInfo Words = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Short, in relation to now; both are read in the given time zone.</summary>
    public static string Say(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var gone = now - at;
        var then = TimeZoneInfo.ConvertTime(at, zone);
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var days = (today - then.Date).Days;
        return (gone, days) switch
        {
            ({ TotalMinutes: >= 0 and < 1 }, _) => "just now",
            ({ TotalMinutes: >= 1 and < 60 }, _) => $"{(int)gone.TotalMinutes} min",
            ({ TotalMinutes: < 0 and > -60 }, _) => $"in {Math.Max(1, (int)Math.Ceiling(-gone.TotalMinutes))} min",
            ({ TotalHours: >= 1 }, 0) => $"{(int)gone.TotalHours} h",
            (_, 0) => Format(then, "'today' H:mm"),
            (_, 1) => Format(then, "'yesterday' H:mm"),
            (_, -1) => Format(then, "'tomorrow' H:mm"),
            (_, > 1 and < 7) => Format(then, "dddd H:mm"),
            _ when then.Year == today.Year => Format(then, "d MMMM"),
            _ => Format(then, "d MMMM yyyy"),
        };
    }

    /// <summary>The whole date and time, for those who want to know exactly.</summary>
    public static string InFull(DateTimeOffset at, TimeZoneInfo zone) =>
        Format(TimeZoneInfo.ConvertTime(at, zone), "dddd d MMMM yyyy, H:mm");

    private static string Format(DateTimeOffset at, string pattern) => at.ToString(pattern, Words);
}
