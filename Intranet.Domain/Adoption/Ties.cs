namespace Intranet.Domain.Adoption;

/// <summary>From one person to another, how many times: replied, reacted, mentioned, answered; reading makes no tie.</summary>
public readonly record struct Tie(int From, int To, long Count);

/// <summary>Measures of the network of ties between people 0..n-1, each in one team.</summary>
/// <param name="Arcs">Ordered pairs with at least one act; nobody is tied to himself.</param>
/// <param name="Connected">Pairs with an arc in one direction or both.</param>
/// <param name="Mutual">Pairs with arcs in both directions.</param>
/// <param name="External">Connected pairs across teams.</param>
/// <param name="Isolates">People without any tie.</param>
public sealed record Ties(int People, int Arcs, int Connected, int Mutual, int External, long ActsInside, long ActsOutside, int Isolates)
{
    /// <summary>Two-way share = |mutual pairs| / |connected pairs|. SWOOP names the measure, its formula is not published: this is ours.</summary>
    public double? TwoWay => Connected == 0 ? null : (double)Mutual / Connected;

    /// <summary>Arc reciprocity r = |arcs with a return arc| / |arcs|.</summary>
    public double? Reciprocity => Arcs == 0 ? null : 2d * Mutual / Arcs;

    /// <summary>Density d = |arcs| / (n (n - 1)).</summary>
    public double? Density => People < 2 ? null : Arcs / ((double)People * (People - 1));

    /// <summary>Reciprocity corrected for chance, rho = (r - d) / (1 - d) (Garlaschelli and Loffredo 2004).</summary>
    public double? Correlation => Density is >= 1 ? null : (Reciprocity - Density) / (1 - Density);

    /// <summary>E-I index = (E - I) / (E + I) over connected pairs, -1 all inside teams, +1 all across (Krackhardt and Stern 1988).</summary>
    public double? ExternalInternal => Connected == 0 ? null : (2d * External - Connected) / Connected;

    /// <summary>The same over acts instead of pairs.</summary>
    public double? ExternalInternalByActs =>
        ActsInside + ActsOutside == 0 ? null : (double)(ActsOutside - ActsInside) / (ActsInside + ActsOutside);

    /// <param name="team">The team of each person, by place.</param>
    public static Ties Of(IEnumerable<Tie> ties, IReadOnlyList<int> team)
    {
        var arcs = new HashSet<long>();
        var tied = new bool[team.Count];
        var (mutual, external) = (0, 0);
        long inside = 0,
            outside = 0;
        foreach (var (from, to, count) in ties)
        {
            if (from == to || count <= 0)
                continue;
            if (team[from] == team[to])
                inside += count;
            else
                outside += count;
            if (!arcs.Add(Arc(from, to)))
                continue;
            tied[from] = tied[to] = true;
            if (arcs.Contains(Arc(to, from)))
                mutual++;
            else if (team[from] != team[to])
                external++;
        }
        return new(team.Count, arcs.Count, arcs.Count - mutual, mutual, external, inside, outside, tied.Count(t => !t));
    }

    /// <summary>E-I under random mixing, from the sizes of the teams alone: ((T - I) - I) / T, T all pairs, I pairs inside teams.</summary>
    public static double? ExpectedExternalInternal(IReadOnlyList<int> team)
    {
        var all = Pairs(team.Count);
        var inside = team.GroupBy(t => t).Sum(g => Pairs(g.Count()));
        return all == 0 ? null : (all - (2d * inside)) / all;

        static long Pairs(long n) => n * (n - 1) / 2;
    }

    /// <summary>E-I of each team over the connected pairs that touch it; null where none does.</summary>
    public static IReadOnlyDictionary<int, double?> ExternalInternalByTeam(IEnumerable<Tie> ties, IReadOnlyList<int> team)
    {
        var counts = team.Distinct().ToDictionary(t => t, _ => (Inside: 0, Outside: 0));
        var pairs = ties.Where(t => t.From != t.To && t.Count > 0).Select(t => (Math.Min(t.From, t.To), Math.Max(t.From, t.To)));
        foreach (var (a, b) in pairs.ToHashSet())
            if (team[a] == team[b])
                counts[team[a]] = counts[team[a]] with { Inside = counts[team[a]].Inside + 1 };
            else
                foreach (var t in (ReadOnlySpan<int>)[team[a], team[b]])
                    counts[t] = counts[t] with { Outside = counts[t].Outside + 1 };
        return counts.ToDictionary(
            c => c.Key,
            c => c.Value is (0, 0) ? (double?)null : (double)(c.Value.Outside - c.Value.Inside) / (c.Value.Outside + c.Value.Inside)
        );
    }

    private static long Arc(int from, int to) => ((long)from << 32) | (uint)to;
}
