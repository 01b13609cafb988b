using Intranet.App.Adoption;
using Intranet.App.Shared.Charts;
using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

public sealed class HeadlinesTests
{
    private static readonly Count Nearly = new(30, 32);

    [Fact]
    public void What_is_told_as_a_bound_is_told_as_the_same_bound_in_the_headline_and_in_the_curve()
    {
        var weeks = Weeks(6, Nearly);

        Assert.Equal("More than 29 of 32 people are active every week", Finding(weeks));
        var drawn = Readings.Of(weeks[0], w => w.Active);
        Assert.Equal((">29", 30.0, 32.0, null), (drawn.ToString(), drawn.Low, drawn.High, drawn.Value));
    }

    [Fact]
    public void A_number_is_told_as_a_number() =>
        Assert.Equal("About 25 of 32 people are active every week", Finding(Weeks(6, Count.Of(25))));

    [Fact]
    public void A_rise_to_a_bound_is_a_rise_only_where_the_bound_alone_makes_it_one()
    {
        Assert.Equal("Active people rose from 20 to more than 29 a week", Finding([.. Weeks(4, Count.Of(20)), .. Weeks(5, Nearly)]));
        Assert.Equal("More than 29 of 32 people are active every week", Finding([.. Weeks(4, Count.Of(29)), .. Weeks(5, Nearly)]));
    }

    [Fact]
    public void A_team_that_is_nearly_silent_is_told_to_be_below_its_bound() =>
        Assert.Equal(
            "Active people fell from 20 to fewer than 3 a week",
            Finding([.. Weeks(4, Count.Of(20)), .. Weeks(5, new Count(0, 2))])
        );

    /// <summary>The last week is the running one.</summary>
    private static string Finding(Shown[] row)
    {
        var periods = Periods.Over(new(2026, 1, 5), new DateOnly(2026, 1, 5).AddDays(7 * row.Length - 1), Grain.Week);
        var rows = new Shown[1, row.Length];
        for (var week = 0; week < row.Length; week++)
            rows[0, week] = row[week];
        var weeks = WholeWeeks.Of(new Published([new Group(null, -1)], periods, rows), 0, periods[^1].First);
        return Headlines.Of(row, weeks, []).Finding;
    }

    private static Shown[] Weeks(int number, Count active) =>
        [.. Enumerable.Repeat(new Shown(32, active, null, null, null, NoData: false, Hidden: null), number)];
}
