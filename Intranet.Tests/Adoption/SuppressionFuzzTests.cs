using CsCheck;
using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

/// <summary>Random trees of teams against a subtraction written anew.</summary>
public sealed class SuppressionFuzzTests
{
    [Fact]
    public void No_coded_count_of_random_trees_is_narrowed_by_subtraction() =>
        Gen.Select(Gen.Int[1, 60].Array[2, 9], Gen.Int[0, 1000].Array[9], Gen.Bool, Gen.Int[0, 14])
            .Sample(
                (sizes, active, nested, direct) =>
                {
                    int[] parents = [-1, .. sizes.Select((_, i) => nested && i > 0 && i % 3 == 0 ? 1 : 0)];
                    var own = sizes.Select((n, i) => Acting(active[i] * n / 1000, n)).Prepend(Acting(direct / 2, direct)).ToArray();
                    var table = Worlds.Table(parents, own, reading: false);
                    var rows = Suppression.Publish(table, Threshold.Default).Rows;
                    for (var parent = 0; parent < 2; parent++)
                        if (rows[parent, 0].Active is { IsExact: true } sum)
                            NothingNarrowed(table, rows, parent, sum.Low);
                },
                iter: 20_000
            );

    /// <summary>Independent of the product: every sum the unknown parts can make, as a set of bits.</summary>
    private static void NothingNarrowed(Counted table, Shown[,] rows, int parent, int sum)
    {
        var children = Enumerable.Range(1, table.Groups.Count - 1).Where(i => table.Groups[i].Parent == parent).ToList();
        if (children.Count == 0)
            return;
        var direct = table.Tallies[parent, 0].People - children.Sum(c => table.Tallies[c, 0].People);
        var ranges = children.Select(c => rows[c, 0].Active ?? new Count(0, table.Tallies[c, 0].People)).Append(new(0, direct)).ToList();
        for (var i = 0; i < children.Count; i++)
        {
            if (ranges[i].IsExact)
                continue;
            var sums = System.Numerics.BigInteger.One;
            foreach (var (other, j) in ranges.Select((r, j) => (r, j)))
                if (j != i)
                    sums = Enumerable
                        .Range(other.Low, other.Width + 1)
                        .Aggregate(System.Numerics.BigInteger.Zero, (all, v) => all | (sums << v));
            var possible = Enumerable
                .Range(ranges[i].Low, ranges[i].Width + 1)
                .Where(v => v <= sum && !((sums >> (sum - v)) & 1).IsZero)
                .ToList();
            if (rows[children[i], 0].Hidden is null)
                Assert.Equal(ranges[i].Width + 1, possible.Count);
            else
                Assert.True(
                    possible.Count > 1
                        && possible[^1] >= Math.Min(2, ranges[i].High)
                        && possible[0] <= ranges[i].High - Math.Min(2, ranges[i].High),
                    $"{Worlds.Print(new(table.Groups, table.Periods, rows))}"
                );
        }
    }

    private static Tally Acting(int active, int people) => new(people, active, active, 10L * active, active == 0 ? 0 : 10);
}
