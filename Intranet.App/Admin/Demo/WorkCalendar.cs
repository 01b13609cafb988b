using System.Collections.Concurrent;

namespace Intranet.App.Admin.Demo;

/// <summary>When people at each place work: their time zone, their weekdays, their public holidays.</summary>
internal sealed class WorkCalendar
{
    private static readonly Dictionary<string, (string Zone, string Country)> Places = new()
    {
        ["Lübeck"] = ("Europe/Berlin", "DE"),
        ["Olsztyn"] = ("Europe/Warsaw", "PL"),
        ["Lyon"] = ("Europe/Paris", "FR"),
        ["Valencia"] = ("Europe/Madrid", "ES"),
        ["Göteborg"] = ("Europe/Stockholm", "SE"),
        ["Leeds"] = ("Europe/London", "GB"),
    };

    private readonly ConcurrentDictionary<string, TimeZoneInfo> _zones = new();
    private readonly ConcurrentDictionary<(string, int), HashSet<DateOnly>> _holidays = new();
    private readonly ConcurrentDictionary<(string, DateOnly), TimeSpan?> _offsets = new();

    public static string ZoneOf(string place) => Places[place].Zone;

    public DateOnly DayAt(string place, DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        return DateOnly.FromDateTime(utc + (Offset(place, DateOnly.FromDateTime(utc)) ?? Zone(place).GetUtcOffset(moment)));
    }

    public bool Works(string place, DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !_holidays.GetOrAdd((Places[place].Country, day.Year), key => [.. Holidays.Of(key.Item1, key.Item2)]).Contains(day);

    public DateTimeOffset Moment(string place, DateOnly day, TimeSpan clock)
    {
        var local = day.ToDateTime(TimeOnly.MinValue) + clock;
        var zone = Zone(place);
        if (Offset(place, day) is null && zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, Offset(place, day) ?? zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The given moment if it lies in working hours there, else a moment soon after the next start of work.</summary>
    public DateTimeOffset NextAtWork(string place, DateTimeOffset moment, double opens, double closes, SplitMix chance)
    {
        var day = DayAt(place, moment);
        for (var tries = 0; tries < 30; tries++, day = day.AddDays(1))
        {
            if (!Works(place, day))
                continue;
            var start = Moment(place, day, TimeSpan.FromHours(opens));
            if (moment <= start)
                return start + TimeSpan.FromMinutes(chance.Share() * 100);
            if (moment < Moment(place, day, TimeSpan.FromHours(closes)))
                return moment;
        }
        return moment;
    }

    // The same all day and the day before and after, or null around a change of the clocks, where it must be asked by the moment.
    private TimeSpan? Offset(string place, DateOnly day) =>
        _offsets.GetOrAdd(
            (place, day),
            key =>
            {
                var midday = key.Item2.ToDateTime(new TimeOnly(12, 0));
                var zone = Zone(key.Item1);
                var (before, after) = (zone.GetUtcOffset(midday.AddDays(-1)), zone.GetUtcOffset(midday.AddDays(1)));
                return before == after ? before : null;
            }
        );

    private TimeZoneInfo Zone(string place) => _zones.GetOrAdd(place, name => TimeZoneInfo.FindSystemTimeZoneById(Places[name].Zone));
}
