using Intranet.Domain.Access;
using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

/// <summary>The rules of suppression one by one, on figures small enough to check by hand.</summary>
public sealed class SuppressionTests
{
    [Theory]
    [InlineData(0, "<3")]
    [InlineData(2, "<3")]
    [InlineData(3, "3")]
    [InlineData(31, "31")]
    [InlineData(46, "46")]
    [InlineData(47, ">46")]
    [InlineData(49, ">46")]
    public void A_count_of_few_or_of_nearly_all_of_49_is_coded(int active, string told) =>
        Assert.Equal(told, Flat([Acting(active, 49), Acting(100, 200)]).Rows[1, 0].Active.ToString());

    [Fact]
    public void A_group_of_nine_is_hidden_and_the_next_smallest_joins_it_so_that_the_rest_is_ten()
    {
        var rows = Flat([Acting(5, 9), Acting(6, 12), Acting(20, 40), Acting(20, 41)]);
        Assert.Equal(
            [null, "Fewer than 10 people", Suppression.Beside, null, null],
            Enumerable.Range(0, 5).Select(i => rows.Rows[i, 0].Hidden)
        );
        Assert.Equal(new Shown(null, null, null, null, null, false, Suppression.Beside), rows.Rows[2, 0]);
    }

    [Fact]
    public void Two_groups_of_four_are_too_few_to_cover_each_other() =>
        Assert.Equal(
            ["Fewer than 10 people", "Fewer than 10 people", Suppression.Beside, null],
            Enumerable.Range(1, 4).Select(i => Flat([Acting(2, 4), Acting(2, 4), Acting(6, 12), Acting(20, 40)]).Rows[i, 0].Hidden)
        );

    [Fact]
    public void Two_groups_of_six_cover_each_other() =>
        Assert.Equal(2, Hidden(Flat([Acting(3, 6), Acting(3, 6), Acting(20, 40), Acting(20, 41)])));

    [Fact]
    public void A_single_coded_team_takes_the_smallest_exact_sibling_that_covers_it()
    {
        var rows = Flat([Acting(1, 20), Acting(9, 18), Acting(20, 40), Acting(20, 41)]);
        Assert.Equal("<3", rows.Rows[1, 0].Active.ToString());
        Assert.Equal(Suppression.Beside, rows.Rows[2, 0].Hidden);
        Assert.Equal(1, Hidden(rows));
    }

    [Fact]
    public void Direct_members_without_a_row_count_as_a_hidden_group()
    {
        var rows = Published([-1, 0, 0], [Acting(2, 4), Acting(9, 18), Acting(9, 30)]);
        Assert.Equal([null, Suppression.Beside, null], Enumerable.Range(0, 3).Select(i => rows.Rows[i, 0].Hidden));
    }

    [Fact]
    public void Nobody_only_reading_is_coded_among_the_active_where_reading_is_recorded()
    {
        Tally team = new(49, 31, 30, 500, 40);
        var row = Published([-1, 0, 0], [default, team, new(80, 40, 20, 900, 50)], reading: true).Rows[1, 0];
        Assert.Equal((">28", "<3"), (row.Contributors.ToString(), row.ReadersOnly.ToString()));
        var mail = Published([-1, 0, 0], [default, team with { Contributors = 31 }, new(80, 40, 40, 900, 50)]).Rows[1, 0];
        Assert.Equal(("31", ""), (mail.Contributors.ToString(), mail.ReadersOnly.ToString()));
    }

    [Fact]
    public void Acts_of_which_one_person_made_more_than_half_are_withheld_with_those_of_a_sibling()
    {
        var rows = Flat([new(30, 9, 9, 100, 51), new(31, 9, 9, 100, 20), new(40, 20, 20, 300, 50)]);
        Assert.Equal([500, null, null, 300], Enumerable.Range(0, 4).Select(i => rows.Rows[i, 0].Acts));
        Assert.Equal("9", rows.Rows[1, 0].Active.ToString());
        Assert.Equal(100, Flat([new(30, 9, 9, 100, 50), new(40, 20, 20, 300, 50)]).Rows[1, 0].Acts);
    }

    [Fact]
    public void A_period_without_any_record_is_no_data_and_has_no_counts()
    {
        var table = new Counted(
            Cut.Teams,
            false,
            [new(null, -1)],
            [Worlds.AWeek],
            [true],
            new Tally[1, 1]
            {
                { new(100, 0, 0, 0, 0) },
            }
        );
        Assert.Equal(new Shown(null, null, null, null, null, true, null), Suppression.Publish(table, Threshold.Default).Rows[0, 0]);
    }

    [Fact]
    public void Spaces_overlap_and_hide_only_by_size_and_code()
    {
        var tallies = new Tally[4, 1]
        {
            { new(60, 40, 30, 900, 60) },
            { new(50, 30, 25, 500, 50) },
            { new(40, 1, 1, 1, 1) },
            { new(9, 4, 2, 80, 30) },
        };
        var table = new Counted(Cut.Spaces, true, [new(null, -1), new("A", 0), new("B", 0), new("C", 0)], [Worlds.AWeek], [false], tallies);
        var rows = Suppression.Publish(table, Threshold.Default).Rows;
        Assert.Equal(("30", "<3", "Fewer than 10 people"), (rows[1, 0].Active.ToString(), rows[2, 0].Active.ToString(), rows[3, 0].Hidden));
    }

    [Fact]
    public void Less_than_ten_needs_a_works_agreement_and_less_than_five_is_refused()
    {
        Assert.Throws<Refusal>(() => new Threshold(9));
        Assert.Throws<Refusal>(() => new Threshold(4, new("BV 2026/1", new(2026, 1, 1))));
        Assert.Equal(5, Worlds.Five.People);
        Assert.Equal(25, new Threshold(25).People);
    }

    [Fact]
    public void A_person_counted_in_two_teams_at_once_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Suppression.Publish(
                new(
                    Cut.Teams,
                    false,
                    [new(null, -1), new("A", 0)],
                    [Worlds.AWeek],
                    [false],
                    new Tally[2, 1]
                    {
                        { new(20, 5, 5, 50, 10) },
                        { new(20, 6, 6, 50, 10) },
                    }
                ),
                Threshold.Default
            )
        );

    [Fact]
    public void Contributors_are_withheld_before_active_people_are()
    {
        Tally[] own = [default, new(20, 12, 11, 200, 20), new(21, 14, 8, 200, 20), new(40, 25, 15, 400, 30)];
        var rows = Published([-1, 0, 0, 0], own, reading: true).Rows;
        Assert.Equal(["51", "12", "14", "25"], Enumerable.Range(0, 4).Select(i => rows[i, 0].Active.ToString()));
        Assert.Equal(["34", ">9", "", "15"], Enumerable.Range(0, 4).Select(i => rows[i, 0].Contributors.ToString()));
    }

    private static Tally Acting(int active, int people) => new(people, active, active, 10L * active, active == 0 ? 0 : 10);

    private static int Hidden(Published rows) => rows.Rows.Cast<Shown>().Count(r => r.Hidden is not null);

    private static Published Flat(Tally[] teams) => Published([-1, .. teams.Select(_ => 0)], [default, .. teams]);

    private static Published Published(int[] parents, Tally[] own, bool reading = false) =>
        Suppression.Publish(Worlds.Table(parents, own, reading), Threshold.Default);
}
