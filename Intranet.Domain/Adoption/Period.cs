using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Intranet.Domain.Adoption;

/// <summary>A day, ISO week, calendar month or the whole of a range, with first and last day inclusive and the key reports print.</summary>
public readonly record struct Period(Grain Grain, DateOnly First, DateOnly Last)
{
    public const string WholeKey = "whole";

    /// <summary>"2026-03-02", "2026-W12", "2026-03" or "whole".</summary>
    public string Key =>
        Grain switch
        {
            Grain.Day => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Grain.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(First):0000}-W{ISOWeek.GetWeekOfYear(First):00}"),
            Grain.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            Grain.Whole => WholeKey,
        };

    public int Days => Last.DayNumber - First.DayNumber + 1;

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    public override string ToString() => Key;

    public static Period Day(DateOnly day) => new(Grain.Day, day, day);

    /// <summary>The ISO week (Monday to Sunday) that holds the day.</summary>
    public static Period Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(Grain.Week, monday, monday.AddDays(6));
    }

    public static Period Month(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(Grain.Month, first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>A whole range, widened to ISO weeks so that two of them never differ by less than a week.</summary>
    public static Period Whole(DateOnly from, DateOnly to) => new(Grain.Whole, Week(from).First, Week(to).Last);

    /// <summary>Reads a key of a day, week or month; "whole" has no dates of its own and is not read.</summary>
    public static bool TryParse(string? key, [NotNullWhen(true)] out Period? period)
    {
        period = null;
        if (key is null)
            return false;
        if (key.Length == 10 && DateOnly.TryParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            period = Day(day);
        else if (
            key.Length == 7
            && DateOnly.TryParseExact(key, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        )
            period = Month(month);
        else if (
            key.Length == 8
            && key.AsSpan(4, 2) is "-W"
            && int.TryParse(key.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(key.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            && year is >= 1 and < 9999
            && week >= 1
            && week <= ISOWeek.GetWeeksInYear(year)
        )
            period = Week(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)));
        return period is not null;
    }
}
