using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

/// <summary>Small organisations, every possible history of them, and an attacker who knows the rules and has every history's tables.</summary>
internal static class Worlds
{
    public static readonly Threshold Five = new(5, new("BV 2026/1", new(2026, 1, 1)));

    public static readonly Period AWeek = Period.Week(new(2026, 3, 2));

    /// <summary>Parents by place; groups without children are given their tallies, parents add up, direct members come as an extra.</summary>
    public static Counted Table(int[] parents, IReadOnlyList<Tally> own, bool reading, Period? period = null)
    {
        var tallies = new Tally[parents.Length, 1];
        for (var i = parents.Length - 1; i >= 0; i--)
        {
            tallies[i, 0] = Sum(tallies[i, 0], own[i]);
            if (parents[i] >= 0)
                tallies[parents[i], 0] = Sum(tallies[parents[i], 0], tallies[i, 0]);
        }
        var groups = parents.Select((p, i) => new Group(i == 0 ? null : $"Team {i}", p)).ToList();
        return new(Cut.Teams, reading, groups, [period ?? AWeek], [false], tallies);
    }

    public static Tally Sum(Tally a, Tally b) =>
        new(a.People + b.People, a.Active + b.Active, a.Contributors + b.Contributors, a.Acts + b.Acts, Math.Max(a.TopActs, b.TopActs));

    /// <summary>All ways in which the people of a group may have been active, each doing the same number of acts.</summary>
    public static IReadOnlyList<Tally> Of(int people, bool reading) =>
        [
            .. from active in Enumerable.Range(0, people + 1)
            from contributors in reading ? Enumerable.Range(0, active + 1) : [active]
            select new Tally(people, active, contributors, 100L * active, active == 0 ? 0 : 100),
        ];

    public static IEnumerable<T[]> All<T>(IReadOnlyList<IReadOnlyList<T>> choices)
    {
        var at = new int[choices.Count];
        while (true)
        {
            yield return [.. choices.Select((c, i) => c[at[i]])];
            var place = 0;
            while (place < at.Length && ++at[place] == choices[place].Count)
                at[place++] = 0;
            if (place == at.Length)
                yield break;
        }
    }

    public static string Print(Published published) =>
        string.Join('|', published.Rows.Cast<Shown>().Select(r => r.Hidden ?? $"{r.People} {r.Active} {r.Contributors} {r.ReadersOnly}"));
}
