using Intranet.App.Shared.Charts;

namespace Intranet.Tests.Shared.Charts;

public sealed class DrawingTests
{
    private static readonly Drawing.Scale Ten = new(10);

    private static Reading[] Readings(params double?[] values) =>
        [.. values.Select(v => v is { } known ? Reading.Of(known) : Reading.NoData)];

    [Theory]
    [InlineData(0, "0 1")]
    [InlineData(3, "0 1 2 3")]
    [InlineData(66, "0 20 40 60 80")]
    [InlineData(100, "0 25 50 75 100")]
    [InlineData(4812, "0 2000 4000 6000")]
    public void The_axis_begins_at_zero_and_ends_above_the_highest_value(double highest, string ticks) =>
        Assert.Equal(ticks, string.Join(' ', Drawing.Ticks(highest)));

    [Fact]
    public void A_line_is_lifted_where_nothing_was_recorded() =>
        Assert.Equal("M0 100L25 50M75 0L100 50", Drawing.Path(Readings(0, 5, null, 10, 5), Ten));

    [Fact]
    public void A_lone_value_between_gaps_is_a_dot_and_no_line()
    {
        Assert.Equal("M50 0h.01", Drawing.Dots(Readings(null, 10, null), Ten));
        Assert.Equal("", Drawing.Path(Readings(null, 10, null), Ten));
        Assert.Equal("", Drawing.Dots(Readings(0, 5, null, 10, 5), Ten));
    }

    [Fact]
    public void What_is_told_as_a_bound_is_drawn_as_the_range_it_leaves_and_the_line_stays_away_from_it()
    {
        Reading[] readings = [Reading.Of(5), Reading.Of(6), Reading.Coded(">7", 8, 10), Reading.Coded("<3", 0, 2), Reading.Of(5)];
        Assert.Equal("M0 50L25 40", Drawing.Path(readings, Ten));
        Assert.Equal("M50 20V0M75 100V80", Drawing.Ranges(readings, Ten));
        Assert.Equal("M100 50h.01", Drawing.Dots(readings, Ten));
        Assert.Equal("M55 20V0M80 100V80", Drawing.Ranges(readings, Ten, aside: 0.2));
        Assert.Equal(10, Drawing.Highest(readings));
        Assert.Empty(Drawing.Gaps([readings], 5));
    }

    [Fact]
    public void A_gap_reaches_half_a_period_beyond_the_silent_ones() =>
        Assert.Equal([new Drawing.Gap(37.5, 25, ReadingKind.NoData)], Drawing.Gaps([Readings(1, 2, null, 3, 4)], 5));

    [Fact]
    public void A_gap_at_the_edge_ends_at_the_edge() =>
        Assert.Equal([new Drawing.Gap(0, 37.5, ReadingKind.NoData)], Drawing.Gaps([Readings(null, null, 2, 3, 4)], 5));

    [Fact]
    public void Where_one_series_has_a_value_there_is_no_gap() => Assert.Empty(Drawing.Gaps([Readings(1, null, 2), Readings(1, 2, 3)], 3));

    [Fact]
    public void Hidden_and_silent_periods_are_told_apart()
    {
        Reading[] readings = [Reading.Of(1), Reading.NoData, Reading.Hidden("fewer than 10 people"), Reading.Of(1)];
        Assert.Equal(["no data", "hidden"], Drawing.Gaps([readings], 4).Select(g => g.Words));
    }

    [Fact]
    public void Labels_keep_their_order_and_their_distance() => Assert.Equal([30, 40, 50], Drawing.Apart([30, 31, 32], 10));

    [Fact]
    public void A_long_axis_is_labelled_at_both_ends_and_in_between() => Assert.Equal([0, 25, 50, 75, 100], Drawing.LabelsAt(101));
}
