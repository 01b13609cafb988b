namespace Intranet.Domain.Adoption;

/// <summary>How unevenly contributions are spread over people.</summary>
public static class Inequality
{
    /// <summary>G = (2 * sum(i * x_(i)) - (n + 1) * sum(x)) / (n * sum(x)), x ascending, i = 1..n (vivainsights: create_lorenz); null where the sum is 0.</summary>
    public static double? Gini(IEnumerable<long> contributions)
    {
        long[] sorted = [.. contributions];
        Array.Sort(sorted);
        double ranked = 0,
            sum = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            ranked += (i + 1d) * sorted[i];
            sum += sorted[i];
        }
        return sum == 0 ? null : ((2 * ranked) - ((sorted.Length + 1) * sum)) / (sorted.Length * sum);
    }

    /// <summary>Gini over those who contributed at all.</summary>
    public static double? GiniOfContributors(IEnumerable<long> contributions) => Gini(contributions.Where(c => c > 0));

    /// <summary>G * n / (n - 1), for small groups: 1 where one person makes all; null below two people.</summary>
    public static double? GiniCorrected(IReadOnlyCollection<long> contributions) =>
        contributions.Count < 2 ? null : Gini(contributions) * contributions.Count / (contributions.Count - 1);

    /// <summary>Share of all contributions made by the top p percent of people; the number of people is rounded, at least one.</summary>
    public static double? TopShare(IEnumerable<long> contributions, double percent)
    {
        long[] sorted = [.. contributions.OrderDescending()];
        var sum = (double)sorted.Sum();
        var people = Math.Max(1, (int)Math.Round(sorted.Length * percent / 100, MidpointRounding.AwayFromZero));
        return sum == 0 ? null : sorted.Take(people).Sum() / sum;
    }
}
