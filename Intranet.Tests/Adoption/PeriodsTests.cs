using Intranet.Domain.Access;
using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

public sealed class PeriodsTests
{
    [Theory]
    [InlineData("2026-03-16", Grain.Day, "2026-03-16", "2026-03-16", "2026-03-16")]
    [InlineData("2026-03-22", Grain.Week, "2026-W12", "2026-03-16", "2026-03-22")]
    [InlineData("2024-12-31", Grain.Week, "2025-W01", "2024-12-30", "2025-01-05")]
    [InlineData("2021-01-03", Grain.Week, "2020-W53", "2020-12-28", "2021-01-03")]
    [InlineData("2024-02-10", Grain.Month, "2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2026-03-18", Grain.Whole, "whole", "2026-03-16", "2026-03-22")]
    public void A_day_belongs_to_one_period_of_each_grain(string day, Grain grain, string key, string first, string last)
    {
        var period = Periods.Of(DateOnly.Parse(day), grain);
        Assert.Equal((key, DateOnly.Parse(first), DateOnly.Parse(last)), (period.Key, period.First, period.Last));
        Assert.True(grain == Grain.Whole || (Period.TryParse(key, out var read) && read == period));
    }

    [Theory]
    [InlineData("2026-W54")]
    [InlineData("2021-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-13")]
    [InlineData("2026-02-30")]
    [InlineData("whole")]
    [InlineData("")]
    [InlineData(null)]
    public void A_key_of_no_period_is_not_read(string? key) => Assert.False(Period.TryParse(key, out _));

    [Fact]
    public void A_range_moved_by_a_day_gives_the_same_weeks()
    {
        var weeks = Periods.Over(new(2026, 3, 3), new(2026, 3, 19), Grain.Week);
        Assert.Equal(["2026-W10", "2026-W11", "2026-W12"], weeks.Select(w => w.Key));
        Assert.Equal(weeks, Periods.Over(new(2026, 3, 4), new(2026, 3, 20), Grain.Week));
        Assert.Equal(
            Periods.Over(new(2026, 3, 3), new(2026, 3, 19), Grain.Whole),
            Periods.Over(new(2026, 3, 4), new(2026, 3, 20), Grain.Whole)
        );
    }

    [Fact]
    public void A_range_that_ends_before_it_starts_or_has_too_many_rows_is_refused()
    {
        Assert.Throws<Refusal>(() => Periods.Over(new(2026, 3, 3), new(2026, 3, 2), Grain.Day));
        Assert.Throws<Refusal>(() => Periods.Over(new(1926, 3, 3), new(2026, 3, 2), Grain.Day));
    }

    [Fact]
    public void A_day_is_a_day_in_the_time_zone_of_the_organisation()
    {
        var late = new DateTimeOffset(2026, 3, 15, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2026, 3, 15), Periods.DayOf(late, TimeZoneInfo.Utc));
        Assert.Equal(new DateOnly(2026, 3, 16), Periods.DayOf(late, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));
    }
}
