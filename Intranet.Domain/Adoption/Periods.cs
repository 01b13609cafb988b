using Intranet.Domain.Access;

namespace Intranet.Domain.Adoption;

/// <summary>Cuts time into the rows of a report: days in the organisation's time zone, ISO weeks, months, a whole range.</summary>
/// <remarks>
/// Snapping: a range that was asked for is widened outward to whole periods of its grain, and "whole" to ISO weeks. A report
/// therefore never shows a part of a week or month, and moving --from or --to by a day gives the same rows, so that two
/// reports cannot be subtracted to lay bare a single day.
/// </remarks>
public static class Periods
{
    /// <summary>More rows than anybody reads; a longer range is refused with a sentence.</summary>
    public const int Most = 20_000;

    /// <summary>The day an instant falls on in the organisation's time zone.</summary>
    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>The period of a grain that holds the day; "whole" needs a range, see <see cref="Over"/>.</summary>
    public static Period Of(DateOnly day, Grain grain) =>
        grain switch
        {
            Grain.Day => Period.Day(day),
            Grain.Week => Period.Week(day),
            Grain.Month => Period.Month(day),
            Grain.Whole => Period.Whole(day, day),
        };

    /// <summary>The range widened outward to whole periods.</summary>
    public static (DateOnly From, DateOnly To) Snap(DateOnly from, DateOnly to, Grain grain)
    {
        if (to < from)
            throw new Refusal($"The range ends on {Period.Day(to)}, before it starts on {Period.Day(from)}.");
        return (Of(from, grain).First, Of(to, grain).Last);
    }

    /// <summary>The periods of a range after snapping, in order, without a gap.</summary>
    public static IReadOnlyList<Period> Over(DateOnly from, DateOnly to, Grain grain)
    {
        var (first, last) = Snap(from, to, grain);
        if (grain == Grain.Whole)
            return [new(Grain.Whole, first, last)];
        var periods = new List<Period>();
        for (var period = Of(first, grain); period.First <= last; period = Of(period.Last.AddDays(1), grain))
        {
            if (periods.Count == Most)
                throw new Refusal($"A report has at most {Most:N0} periods; choose a shorter range or a longer grain.");
            periods.Add(period);
        }
        return periods;
    }
}
