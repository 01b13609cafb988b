namespace Intranet.App.Admin.Demo;

/// <summary>Public holidays of the countries where the demo company works.</summary>
internal static class Holidays
{
    public static IEnumerable<DateOnly> Of(string country, int year)
    {
        var easter = Easter(year);
        (string Fixed, int[] FromEaster) rules = country switch
        {
            "DE" => ("1.1 5.1 10.3 10.31 12.24 12.25 12.26 12.31", [-2, 1, 39, 50]),
            "PL" => ("1.1 1.6 5.1 5.3 8.15 11.1 11.11 12.24 12.25 12.26", [1, 60]),
            "FR" => ("1.1 5.1 5.8 7.14 8.15 11.1 11.11 12.25", [1, 39, 50]),
            "ES" => ("1.1 1.6 5.1 8.15 10.9 10.12 11.1 12.6 12.8 12.25", [-2, 1]),
            "SE" => ("1.1 1.6 5.1 6.6 12.24 12.25 12.26 12.31", [-2, 1, 39]),
            _ => ("1.1 12.25 12.26", [-2, 1]),
        };
        foreach (var monthAndDay in rules.Fixed.Split(' '))
        {
            var parts = monthAndDay.Split('.');
            yield return new DateOnly(year, int.Parse(parts[0]), int.Parse(parts[1]));
        }
        foreach (var days in rules.FromEaster)
            yield return easter.AddDays(days);
        if (country == "SE")
            yield return OnOrAfter(new DateOnly(year, 6, 19), DayOfWeek.Friday);
        if (country == "GB")
        {
            yield return OnOrAfter(new DateOnly(year, 5, 1), DayOfWeek.Monday);
            yield return OnOrAfter(new DateOnly(year, 5, 25), DayOfWeek.Monday);
            yield return OnOrAfter(new DateOnly(year, 8, 25), DayOfWeek.Monday);
        }
    }

    private static DateOnly OnOrAfter(DateOnly day, DayOfWeek weekday) => day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);

    // Gregorian computus after Butcher.
    private static DateOnly Easter(int year)
    {
        int a = year % 19,
            b = year / 100,
            c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var sum = h + l - 7 * m + 114;
        return new DateOnly(year, sum / 31, sum % 31 + 1);
    }
}
