namespace Intranet.Domain.Adoption;

/// <summary>What may be told of one group in one period.</summary>
/// <param name="Hidden">The reason why no counts are given, or null.</param>
/// <param name="NoData">The source recorded nothing at all in the period: not the same as nobody being active.</param>
/// <param name="Acts">Null where the number of acts would say too much about one person or a coded count.</param>
public readonly record struct Shown(
    int? People,
    Count? Active,
    Count? Contributors,
    Count? ReadersOnly,
    long? Acts,
    bool NoData,
    string? Hidden
);

/// <summary>A table after suppression: the only form in which figures leave the measures.</summary>
public sealed record Published(IReadOnlyList<Group> Groups, IReadOnlyList<Period> Periods, Shown[,] Rows)
{
    /// <summary>Runs of weeks whose acts are told only together, for the whole organisation: first and last day and the sum.</summary>
    internal List<(DateOnly First, DateOnly Last, long Acts)> Runs { get; } = [];

    /// <summary>The acts of a group from one day to another where given rows lay them out without a gap; else null.</summary>
    internal static long? Acts(int group, DateOnly first, DateOnly last, Published? weeks, Published? days)
    {
        long sum = 0;
        for (var day = first; day <= last; )
        {
            var week = Period.Week(day);
            var whole = week.First == day && week.Last <= last;
            if (whole && weeks?.Given(group, week) is { } weekly)
                (sum, day) = (sum + weekly, week.Last.AddDays(1));
            else if (days?.Given(group, Period.Day(day)) is { } daily)
                (sum, day) = (sum + daily, day.AddDays(1));
            else if (whole && group == 0 && weeks?.Runs.FirstOrDefault(r => r.First == day) is { Acts: > 0 } run && run.Last <= last)
                (sum, day) = (sum + run.Acts, run.Last.AddDays(1));
            else
                return null;
        }
        return sum;
    }

    internal long? Given(int group, Period period)
    {
        var at = period.Days == Periods[0].Days ? (period.First.DayNumber - Periods[0].First.DayNumber) / period.Days : -1;
        return at < 0 || at >= Periods.Count || Periods[at] != period ? null
            : Rows[group, at].NoData ? 0
            : Rows[group, at].Acts;
    }
}
