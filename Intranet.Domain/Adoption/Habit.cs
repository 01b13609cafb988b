namespace Intranet.Domain.Adoption;

/// <summary>How steadily a person uses the intranet over twelve weeks.</summary>
public enum Segment
{
    NonUser = 0,
    Low = 1,
    Novice = 2,
    Habitual = 3,
    Power = 4,
}

/// <summary>Habit and usage segments as in Viva Insights (vivainsights: identify_habit, identify_usage_segments).</summary>
public static class Habit
{
    public const int Weeks = 12;
    public const int Hits = 9;
    public const int PowerActs = 15;

    /// <summary>A week is a hit from one act on; a habit is 9 hits in the last 12 weeks (over 4 weeks: 4 of 4).</summary>
    public static bool Is(ReadOnlySpan<int> actsByWeek, int window = Weeks, int hits = Hits)
    {
        var found = 0;
        foreach (var acts in Last(actsByWeek, window))
            found += acts > 0 ? 1 : 0;
        return found >= hits;
    }

    /// <summary>Power = habit and a mean of 15 acts a week; Habitual = habit; Novice = a mean of 1 a week; Low = any; NonUser = none.</summary>
    public static Segment SegmentOf(ReadOnlySpan<int> actsByWeek)
    {
        long sum = 0;
        foreach (var acts in Last(actsByWeek, Weeks))
            sum += acts;
        return Is(actsByWeek) ? (sum >= PowerActs * Weeks ? Segment.Power : Segment.Habitual)
            : sum >= Weeks ? Segment.Novice
            : sum > 0 ? Segment.Low
            : Segment.NonUser;
    }

    private static ReadOnlySpan<int> Last(ReadOnlySpan<int> weeks, int window) => weeks.Length <= window ? weeks : weeks[^window..];
}
