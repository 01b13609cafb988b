namespace Intranet.Domain.Adoption;

/// <summary>Shares of people and of days, with the rounding that keeps small groups from being counted back.</summary>
public static class Share
{
    /// <summary>From this many people on, a percentage has one decimal; below, it is a whole number.</summary>
    public const int FineFrom = 50;

    /// <summary>100 * part / whole, rounded for print; null without a whole.</summary>
    public static decimal? Percent(int part, int whole) =>
        whole <= 0 ? null : Math.Round(100m * part / whole, whole < FineFrom ? 0 : 1, MidpointRounding.AwayFromZero);

    /// <summary>Participation rate = |{i : c_i >= 1}| / |P|: contributors among the eligible people.</summary>
    public static double? Participation(int contributors, int people) => Of(contributors, people);

    /// <summary>|{readers, c_i = 0}| / |readers|: those of the readers who contributed nothing.</summary>
    public static double? ReadersOnly(int readersOnly, int readers) => Of(readersOnly, readers);

    /// <summary>Response rate = posts (or questions) with a reply by another person / posts.</summary>
    public static double? Responded(int answered, int posts) => Of(answered, posts);

    /// <summary>Stickiness of one day in percent: ceil(DAU / MAU * 100) to two decimals, 0 without monthly actives (Discourse, dau_by_mau).</summary>
    public static decimal Stickiness(int dailyActive, int monthlyActive) =>
        monthlyActive == 0 ? 0 : Math.Ceiling(10_000m * dailyActive / monthlyActive) / 100;

    /// <summary>The mean over days; give all days or working days only, and say which.</summary>
    public static decimal? Stickiness(IEnumerable<(int DailyActive, int MonthlyActive)> days)
    {
        var each = days.Select(d => Stickiness(d.DailyActive, d.MonthlyActive)).ToList();
        return each.Count == 0 ? null : each.Average();
    }

    private static double? Of(int part, int whole) => whole <= 0 ? null : (double)part / whole;
}
