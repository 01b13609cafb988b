using Intranet.App.Data;

namespace Intranet.App.Adoption;

/// <summary>Days and weeks as the organisation counts them: in its own time zone, weeks from Monday.</summary>
public sealed record Calendar(TimeZoneInfo Zone)
{
    public int Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime).DayNumber;

    /// <summary>Day number of the Monday of a day's week. Day 0, 0001-01-01, was a Monday.</summary>
    public static int Monday(int day) => day - day % 7;

    public static async Task<Calendar> Of(IntranetDb db)
    {
        var name = await db.ValueOf(Setting.TimeZone);
        return new Calendar(name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc);
    }
}
