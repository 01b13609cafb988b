using Intranet.Domain.Adoption;

namespace Intranet.Tests.Adoption;

/// <summary>Attackers with every history of a small organisation before them: what do all that fit the tables have in common?</summary>
public sealed class SuppressionAttackTests
{
    /// <summary>Parents by place; people of each group who are in none of its children; reading recorded.</summary>
    public static TheoryData<string, string, bool> Organisations =>
        new()
        {
            { "-1 0 0", "0 6 7", false },
            { "-1 0 0", "3 6 7", false },
            { "-1 0 0 0", "0 6 7 8", false },
            { "-1 0 0 0", "0 3 6 7", false },
            { "-1 0 0 0", "0 8 9 10", false },
            { "-1 0 0 0 0", "0 2 4 6 6", false },
            { "-1 0 0 0 0", "1 5 6 7 9", false },
            { "-1 0 1 1 0", "0 0 5 6 6", false },
            { "-1 0 1 1 0 0", "0 2 3 6 6 7", false },
            { "-1 0 1 1 0 4 4", "0 0 5 6 0 5 7", false },
            { "-1 0 1 1 0 4 4", "0 0 8 8 0 2 9", false },
            { "-1 0 0", "0 6 7", true },
            { "-1 0 0", "5 6 9", true },
            { "-1 0 0", "0 9 11", true },
            { "-1 0 0 0", "0 3 6 7", true },
            { "-1 0 0 0", "0 5 5 8", true },
            { "-1 0 1 1", "4 0 5 6", true },
        };

    [Theory]
    [MemberData(nameof(Organisations))]
    public void One_who_knows_the_tables_finds_no_coded_or_hidden_count(string parents, string sizes, bool reading)
    {
        var (tree, histories) = Histories(parents, sizes, reading);
        foreach (var published in histories.DistinctBy(h => h.Printed).Select(h => h.Published))
        {
            var found = new Known?[tree.Length];
            foreach (var (tallies, _, _) in histories.Where(h => Fits(h.Tallies, published)))
                for (var i = 0; i < tree.Length; i++)
                    found[i] = Join(found[i], tallies[i, 0]);
            for (var i = 0; i < tree.Length; i++)
            {
                var row = published.Rows[i, 0];
                var people = histories[0].Tallies[i, 0].People;
                if (row.Hidden is null)
                    Assert.Equal(
                        (row.Active, row.Contributors ?? found[i]!.Value.Contributors),
                        (found[i]!.Value.Active, found[i]!.Value.Contributors)
                    );
                if (row is { Hidden: null, Contributors: null })
                    Assert.True(
                        Vague(found[i]!.Value with { Active = new(0, people) }, people, reading),
                        $"{i}: {found[i]} {Worlds.Print(published)}"
                    );
                else if (row.Hidden is not null)
                    Assert.True(people == 0 || Vague(found[i]!.Value, people, reading), $"{i}: {found[i]} {Worlds.Print(published)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Organisations))]
    public void One_who_knows_the_rules_too_finds_none_that_had_to_be_coded_or_hidden(string parents, string sizes, bool reading)
    {
        var (tree, histories) = Histories(parents, sizes, reading);
        foreach (var same in histories.GroupBy(h => h.Printed))
        {
            var found = new Known?[tree.Length];
            foreach (var (tallies, _, _) in same)
                for (var i = 0; i < tree.Length; i++)
                    found[i] = Join(found[i], tallies[i, 0]);
            for (var i = 0; i < tree.Length; i++)
            {
                var people = same.First().Tallies[i, 0].People;
                var harmless = Known.Told(same.First().Tallies[i, 0], reading).IsExact && people >= Worlds.Five.People;
                Assert.True(
                    people == 0 || harmless || Vague(found[i]!.Value, people, reading, same.First().Published.Rows[i, 0]),
                    $"{i}: {found[i]} {same.Key}"
                );
            }
        }
    }

    private static (int[] Tree, List<(Tally[,] Tallies, Published Published, string Printed)> All) Histories(
        string parents,
        string sizes,
        bool reading
    )
    {
        var tree = parents.Split(' ').Select(int.Parse).ToArray();
        var all = new List<(Tally[,], Published, string)>();
        foreach (var world in Worlds.All([.. sizes.Split(' ').Select(n => Worlds.Of(int.Parse(n), reading))]))
        {
            var table = Worlds.Table(tree, world, reading);
            var published = Suppression.Publish(table, Worlds.Five);
            all.Add((table.Tallies, published, Worlds.Print(published)));
        }
        Assert.InRange(all.DistinctBy(h => h.Item3).Count(), 5, all.Count - 1);
        return (tree, all);
    }

    private static bool Fits(Tally[,] tallies, Published published)
    {
        for (var i = 0; i < published.Groups.Count; i++)
            if (
                published.Rows[i, 0] is { Hidden: null } row
                && !(
                    Inside(tallies[i, 0].Active, row.Active!.Value)
                    && (row.Contributors is not { } c || Inside(tallies[i, 0].Contributors, c))
                )
            )
                return false;
        return true;
    }

    private static bool Inside(int value, Count count) => count.Low <= value && value <= count.High;

    /// <summary>No count is found, and nobody can say that nobody, or that everybody, did something; exact figures are told anyway.</summary>
    private static bool Vague(Known found, int people, bool reading, Shown? row = null)
    {
        return Open(found.Active, row?.Active)
            && Open(found.Contributors, row?.Contributors)
            && (!reading || Open(found.Readers, row?.ReadersOnly));

        bool Open(Count range, Count? told) => range.High > 0 && range.Low < people && (!range.IsExact || told == range);
    }

    private static Known Join(Known? known, Tally t)
    {
        var one = new Known(Count.Of(t.Contributors), Count.Of(t.Active - t.Contributors), Count.Of(t.Active));
        return known is not { } k
            ? one
            : new(Join(k.Contributors, one.Contributors), Join(k.Readers, one.Readers), Join(k.Active, one.Active));
    }

    private static Count Join(Count a, Count b) => new(Math.Min(a.Low, b.Low), Math.Max(a.High, b.High));
}
