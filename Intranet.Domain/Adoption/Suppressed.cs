namespace Intranet.Domain.Adoption;

/// <summary>Which rows of one period are hidden; the people's half of <see cref="Suppression"/>.</summary>
internal sealed class Suppressed
{
    private readonly Counted table;
    private readonly Threshold threshold;
    private readonly List<int>[] children;
    private readonly string?[] reasons;
    private readonly bool[] silent;
    private readonly Known[] told;
    private readonly bool outside;
    private int period;

    public Suppressed(Counted table, Threshold threshold)
    {
        (this.table, this.threshold) = (table, threshold);
        var count = table.Groups.Count;
        children = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        for (var i = 1; i < count; i++)
            children[table.Groups[i].Parent].Add(i);
        reasons = new string?[count];
        silent = new bool[count];
        told = new Known[count];
        outside = table.Cut == Cut.Spaces && Enumerable.Range(0, table.Periods.Count).Any(ActsOutsideSpaces);
    }

    public string? Reason(int group) => reasons[group];

    /// <summary>The active people are shown, contributors and readers are not.</summary>
    public bool Silent(int group) => silent[group];

    public IReadOnlyList<int> Children(int group) => children[group];

    public void Decide(int of)
    {
        period = of;
        Array.Clear(reasons);
        Array.Clear(silent);
        for (var i = 0; i < reasons.Length; i++)
        {
            told[i] = Known.Told(Tally(i), table.ReadingRecorded);
            if (Tally(i).People < threshold.People || (i > 0 && reasons[table.Groups[i].Parent] is not null))
                Hide(i, Suppression.TooSmall(threshold));
        }
        if (table.Cut == Cut.Teams)
            for (var i = 0; i < reasons.Length; i++)
                RollUp(i);
        for (var i = reasons.Length - 1; i >= 0; i--)
            if (reasons[i] is null && children[i].Count > 0)
                Cure(i);
    }

    /// <summary>What the parent's row leaves after its visible children is nobody, or at least as many people as a group needs.</summary>
    private void RollUp(int parent)
    {
        while (reasons[parent] is null && children[parent].Count > 0)
        {
            var left = Direct(parent) + children[parent].Where(c => reasons[c] is not null).Sum(c => Tally(c).People);
            if (left == 0 || left >= threshold.People)
                return;
            Hide(Visible(parent).First(), Suppression.Beside);
        }
    }

    /// <summary>
    /// Withholds rows until the active people are safe, then contributors until these are too. Where all rows do not help, the parent
    /// goes as well, or its total would tell those who know this rule that its children were at their very limits.
    /// </summary>
    private void Cure(int parent)
    {
        if (!Cured(parent, SafeActive, Withhold, c => Known.Withheld(Tally(c).People, table.ReadingRecorded).Active.Width))
            Withhold(parent);
        else if (
            table.ReadingRecorded
            && !Cured(parent, SafeReading, Silence, c => told[c].Contributors.IsExact ? Silenced(c).Contributors.Width : 0)
        )
            Silence(parent);
    }

    /// <summary>Takes exact rows in the order of their sizes; which those are is no secret, so the choice tells nothing.</summary>
    private bool Cured(int parent, Func<int, bool> safe, Action<int> withhold, Func<int, int> cover)
    {
        if (safe(parent))
            return true;
        foreach (var child in Visible(parent).Where(c => told[c].Active.IsExact && cover(c) >= Threshold.Few - 1).ToList())
        {
            withhold(child);
            if (safe(parent))
                return true;
        }
        return false;
    }

    private void Withhold(int group)
    {
        var before = told[group];
        Hide(group, Suppression.Beside);
        told[group] = before.Active.IsExact ? Known.Withheld(Tally(group).People, table.ReadingRecorded) : before;
    }

    private void Hide(int group, string reason)
    {
        reasons[group] ??= reason;
        told[group] = Known.Nothing(Tally(group).People, table.ReadingRecorded);
        foreach (var child in children[group])
            Hide(child, reason);
    }

    private void Silence(int group)
    {
        if (reasons[group] is not null)
            return;
        silent[group] = true;
        told[group] = Silenced(group);
        foreach (var child in children[group])
            Silence(child);
    }

    private Known Silenced(int group)
    {
        var active = told[group].Active;
        var inside = new Count(Threshold.Few, active.High - Threshold.Few);
        return told[group].Contributors.IsExact && active.IsExact ? new(inside, inside, active) : told[group];
    }

    private bool SafeActive(int parent) =>
        table.Cut == Cut.Teams
            ? Outsider.FindsNoActive(told[parent], Parts(parent))
            : outside || Outsider.FindsNoneFull(told[parent], Parts(parent), k => k.Active);

    private bool SafeReading(int parent) =>
        table.Cut == Cut.Teams
            ? Outsider.FindsNothing(told[parent], Parts(parent))
            : outside || Outsider.FindsNoneFull(told[parent], Parts(parent), k => k.Contributors);

    private List<Part> Parts(int parent)
    {
        var parts = new List<Part>(children[parent].Count + 1);
        foreach (var c in children[parent])
            parts.Add(
                new(
                    told[c],
                    Tally(c).People,
                    reasons[c] is not null ? Standing.Hidden
                        : silent[c] ? Standing.Silent
                        : Standing.Told
                )
            );
        if (table.Cut == Cut.Teams && Direct(parent) is > 0 and var direct)
            parts.Add(new(Known.Nothing(direct, table.ReadingRecorded), direct, Standing.Hidden));
        return parts;
    }

    /// <summary>People of a parent who are in none of its children and so have no row.</summary>
    private int Direct(int parent) => Tally(parent).People - children[parent].Sum(c => Tally(c).People);

    /// <summary>Some acts belong to no space, so the active people of the whole need not be in any of them.</summary>
    private bool ActsOutsideSpaces(int at) => table.Tallies[0, at].Acts > children[0].Sum(c => table.Tallies[c, at].Acts);

    private IEnumerable<int> Visible(int parent) =>
        children[parent].Where(c => reasons[c] is null).OrderBy(c => Tally(c).People).ThenBy(c => c);

    private Tally Tally(int group) => table.Tallies[group, period];
}
