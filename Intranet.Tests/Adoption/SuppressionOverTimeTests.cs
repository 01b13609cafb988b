using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

/// <summary>The attacker who lays days, weeks and the whole beside each other, and the one who counts acts.</summary>
public sealed class SuppressionOverTimeTests
{
    /// <summary>One group's people by what they did on the two days of a week that had any record.</summary>
    private readonly record struct Pattern(int Neither, int First, int Second, int Both)
    {
        public Tally Day(bool first) => Tally(first ? First + Both : Second + Both);

        public Tally Week => Tally(First + Second + Both);

        private Tally Tally(int active) => new(Neither + First + Second + Both, active, active, 100L * active, active == 0 ? 0 : 100);
    }

    [Theory]
    [InlineData("0 6 7", "-1 0 0")]
    [InlineData("0 2 3 6", "-1 0 0 0")]
    [InlineData("3 9", "-1 0")]
    public void Days_and_week_together_never_tell_that_nobody_or_everybody_of_a_group_acted(string sizes, string parents)
    {
        var tree = parents.Split(' ').Select(int.Parse).ToArray();
        var worlds = new List<(Tally[] Truth, Published[] Shown, string Printed)>();
        foreach (var world in Worlds.All([.. sizes.Split(' ').Select(n => Patterns(int.Parse(n)).ToList())]))
        {
            Counted[] tables =
            [
                Worlds.Table(tree, [.. world.Select(p => p.Day(true))], false),
                Worlds.Table(tree, [.. world.Select(p => p.Day(false))], false),
                Worlds.Table(tree, [.. world.Select(p => p.Week)], false),
            ];
            Published[] shown = [.. tables.Select(t => Suppression.Publish(t, Worlds.Five))];
            worlds.Add(([.. tables.SelectMany(t => t.Tallies.Cast<Tally>())], shown, string.Join('/', shown.Select(Worlds.Print))));
        }
        foreach (var (_, shown, key) in worlds.DistinctBy(w => w.Printed).Where((_, i) => i % 7 == 0).Take(150))
        {
            var rows = shown.SelectMany(s => s.Rows.Cast<Shown>()).ToArray();
            var fitting = worlds
                .Where(w =>
                    w.Truth.Zip(rows).All(x => x.Second.Active is not { } a || (a.Low <= x.First.Active && x.First.Active <= a.High))
                )
                .ToList();
            for (var i = 0; i < rows.Length; i++)
                if (fitting[0].Truth[i].People is > 0 and var people)
                {
                    Assert.True(fitting.Any(w => w.Truth[i].Active > 0) && fitting.Any(w => w.Truth[i].Active < people), $"{i} in {key}");
                    if (rows[i].Hidden is not null)
                        Assert.True(fitting.DistinctBy(w => w.Truth[i].Active).Count() > 1, $"{i} in {key}");
                }
        }
    }

    [Theory]
    [InlineData("-1 0 0 0", "0 5 6 7")]
    [InlineData("-1 0 0 0", "0 3 6 6")]
    [InlineData("-1 0 1 1", "6 0 5 6")]
    public void Acts_beside_the_counts_never_tell_that_nobody_of_a_group_acted(string parents, string sizes)
    {
        var tree = parents.Split(' ').Select(int.Parse).ToArray();
        var found = new Dictionary<string, (Count[] Range, Shown[] Rows, int[] People)>();
        foreach (var world in Worlds.All([.. sizes.Split(' ').Select(n => OnceOrThrice(int.Parse(n)))]))
        {
            var table = Worlds.Table(tree, world, false);
            var published = Suppression.Publish(table, Worlds.Five);
            var key = Worlds.Print(published) + string.Join(',', published.Rows.Cast<Shown>().Select(r => r.Acts));
            var truth = table.Tallies.Cast<Tally>().ToList();
            if (!found.TryGetValue(key, out var same))
                found[key] = same = (
                    [.. truth.Select(t => Count.Of(t.Active))],
                    [.. published.Rows.Cast<Shown>()],
                    [.. truth.Select(t => t.People)]
                );
            for (var i = 0; i < truth.Count; i++)
                same.Range[i] = new(Math.Min(same.Range[i].Low, truth[i].Active), Math.Max(same.Range[i].High, truth[i].Active));
        }
        foreach (var (key, (range, rows, people)) in found)
            for (var i = 0; i < range.Length; i++)
                Assert.True(people[i] == 0 || range[i].High > 0, $"{i}: {range[i]} of {people[i]} in {key}");
        Assert.Contains(found.Values, f => f.Rows.Skip(1).Any(r => r.Acts is not null));
    }

    [Fact]
    public void Teams_have_acts_by_week_and_longer_rows_have_them_where_they_are_sums_of_weeks_shown()
    {
        var weeks = Weeks(false);
        Assert.Equal(300, weeks.Rows[1, 0].Acts);
        var whole = Suppression.Publish(Table(Grain.Whole, 4, 1200), Threshold.Default, weeks);
        Assert.Equal((2400, 1200), (whole.Rows[0, 0].Acts, whole.Rows[1, 0].Acts));
        Assert.Null(Suppression.Publish(Table(Grain.Whole, 4, 1200), Threshold.Default).Rows[0, 0].Acts);
        var dominated = Suppression.Publish(Table(Grain.Whole, 4, 1200), Threshold.Default, Weeks(true));
        Assert.Null(dominated.Rows[1, 0].Acts);
    }

    [Fact]
    public void A_week_one_person_dominates_is_told_only_together_with_the_next()
    {
        var weeks = Weeks(true, all: true);
        Assert.Equal([600, null, null, 600], Enumerable.Range(0, 4).Select(p => weeks.Rows[0, p].Acts));
        Assert.Equal(600 + 315 + 600 + 600, Suppression.Publish(Table(Grain.Whole, 4, 1200), Threshold.Default, weeks).Rows[0, 0].Acts);
    }

    [Fact]
    public void Quiet_days_are_withheld_with_one_busy_day_so_that_the_week_does_not_give_them_away()
    {
        var periods = Periods.Over(new(2026, 3, 2), new(2026, 3, 8), Grain.Day);
        Tally[] days = [Busy(90), Busy(100), Busy(110), Busy(120), Busy(80), new(60, 1, 1, 2, 2), new(60, 0, 0, 0, 0)];
        var tallies = new Tally[1, 7];
        for (var p = 0; p < 7; p++)
            tallies[0, p] = days[p];
        var table = new Counted(Cut.Teams, false, [new(null, -1)], periods, new bool[7], tallies);
        var week = Suppression.Publish(
            new(
                Cut.Teams,
                false,
                [new(null, -1)],
                [Worlds.AWeek],
                [false],
                new Tally[1, 1]
                {
                    { new(60, 40, 40, 502, 40) },
                }
            ),
            Threshold.Default
        );
        var shown = Suppression.Publish(table, Threshold.Default, week);
        Assert.Equal([90, 100, 110, 120, null, null, null], Enumerable.Range(0, 7).Select(p => shown.Rows[0, p].Acts));
        Assert.Equal("<3", shown.Rows[0, 5].Active.ToString());

        static Tally Busy(long acts) => new(60, 30, 30, acts, 8);
    }

    private static Published Weeks(bool dominated, bool all = false) =>
        Suppression.Publish(Table(Grain.Week, 1, 300, dominated ? 1 : -1, all), Threshold.Default);

    /// <summary>Four weeks of two teams; in one of them one person of the first team makes two thirds of its acts, or 286 of all 300.</summary>
    private static Counted Table(Grain grain, int weeks, long acts, int dominated = -1, bool all = false)
    {
        var periods = Periods.Over(new(2026, 3, 2), new(2026, 3, 29), grain);
        var tallies = new Tally[3, periods.Count];
        for (var p = 0; p < periods.Count; p++)
        {
            var alone = all && p == dominated;
            tallies[1, p] = new(
                30,
                15,
                15,
                acts,
                alone ? acts - 14
                    : p == dominated ? acts * 2 / 3
                    : 20 * weeks
            );
            tallies[2, p] = alone ? new(31, 15, 15, 15, 1) : new(31, 15, 15, acts, 20 * weeks);
            tallies[0, p] = Worlds.Sum(tallies[1, p], tallies[2, p]);
        }
        return new(Cut.Teams, false, [new(null, -1), new("A", 0), new("B", 0)], periods, new bool[periods.Count], tallies);
    }

    private static List<Tally> OnceOrThrice(int people) =>
        [
            .. from once in Enumerable.Range(0, people + 1)
            from thrice in Enumerable.Range(0, people - once + 1)
            select new Tally(people, once + thrice, once + thrice, once + (3 * thrice), thrice > 0 ? 3 : Math.Min(once, 1)),
        ];

    private static IEnumerable<Pattern> Patterns(int people) =>
        from first in Enumerable.Range(0, people + 1)
        from second in Enumerable.Range(0, people - first + 1)
        from both in Enumerable.Range(0, people - first - second + 1)
        select new Pattern(people - first - second - both, first, second, both);
}
