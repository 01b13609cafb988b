namespace Intranet.Domain.Adoption;

/// <summary>Which rows of one period are hidden; the people's half of <see cref="Suppression"/>.</summary>
internal sealed class Suppressed
{
    private readonly Counted table;
    private readonly Threshold threshold;
    private readonly List<int>[] children;
    private readonly string?[] reasons;
    private readonly Known[] told;
    private int period;

    public Suppressed(Counted table, Threshold threshold)
    {
        (this.table, this.threshold) = (table, threshold);
        var count = table.Groups.Count;
        children = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        for (var i = 1; i < count; i++)
            children[table.Groups[i].Parent].Add(i);
        reasons = new string?[count];
        told = new Known[count];
    }

    public string? Reason(int group) => reasons[group];

    public IReadOnlyList<int> Children(int group) => children[group];

    public void Decide(int of)
    {
        period = of;
        Array.Clear(reasons);
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
            if (reasons[i] is null && children[i].Count > 0 && !Safe(i))
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

    /// <summary>Withholds exact rows in order of size until the parent's rows are safe; where all do not help, hides all of them and the parent.</summary>
    /// <remarks>
    /// The order rests on sizes, which are no secret, and coded rows are never taken: the outsider may know which were coded. The
    /// parent goes too, or its total would tell those who know this rule that its children were at their very limits.
    /// </remarks>
    private void Cure(int parent)
    {
        foreach (var child in Visible(parent).Where(Covers).ToList())
        {
            Withhold(child);
            if (Safe(parent))
                return;
        }
        Withhold(parent);

        bool Covers(int child) =>
            told[child].IsExact && Known.Withheld(Tally(child).People, table.ReadingRecorded).Contributors.Width >= Threshold.Few - 1;
    }

    private void Withhold(int group)
    {
        var before = told[group];
        Hide(group, Suppression.Beside);
        told[group] = before.IsExact ? Known.Withheld(Tally(group).People, table.ReadingRecorded) : before;
    }

    private void Hide(int group, string reason)
    {
        reasons[group] ??= reason;
        told[group] = Known.Nothing(Tally(group).People, table.ReadingRecorded);
        foreach (var child in children[group])
            Hide(child, reason);
    }

    private bool Safe(int parent) => table.Cut == Cut.Teams ? SafeSum(parent) : SafeUnion(parent);

    /// <summary>
    /// The attack of an outsider who adds and subtracts a parent's row and its children's, direct members being one more child without
    /// a row: nothing coded is narrowed, nothing hidden is found, no known remainder comes within two people of its limits.
    /// </summary>
    private bool SafeSum(int parent)
    {
        var whole = told[parent];
        var parts = Known.Nothing(Direct(parent), table.ReadingRecorded);
        foreach (var child in children[parent])
            parts += told[child];
        if (whole.And(parts) != whole)
            return false;
        if (!Apart(whole.Contributors, parts.Contributors) || !Apart(whole.Active, parts.Active) || !Apart(whole.Readers, parts.Readers))
            return false;
        foreach (var child in children[parent])
        {
            var concluded = told[child].And(whole - parts.Without(told[child]));
            if (reasons[child] is null ? concluded != told[child] : !Vague(concluded, Tally(child).People))
                return false;
        }
        return true;
    }

    private static bool Apart(Count sum, Count parts) =>
        parts.IsExact || !sum.IsExact || (sum.Low - parts.Low >= Threshold.Few && parts.High - sum.Low >= Threshold.Few);

    private bool Vague(Known known, int people)
    {
        return Open(known.Active) && Open(known.Contributors) && (!table.ReadingRecorded || Open(known.Readers));

        bool Open(Count count)
        {
            var few = Math.Min(people, Threshold.Few - 1);
            return count.High >= few && count.Low <= people - few && (people == 0 || !count.IsExact);
        }
    }

    /// <summary>Spaces overlap: the whole tells only how many people they hold at least, which must not make a space full.</summary>
    private bool SafeUnion(int parent)
    {
        var (active, contributors) = (default(Count), default(Count));
        foreach (var child in children[parent])
            (active, contributors) = (active + told[child].Active, contributors + told[child].Contributors);
        return Beyond(active, told[parent].Active) && Beyond(contributors, told[parent].Contributors);

        static bool Beyond(Count sum, Count whole) => sum.IsExact || sum.High - whole.High >= Threshold.Few;
    }

    /// <summary>People of a parent who are in none of its children and so have no row.</summary>
    private int Direct(int parent) => Tally(parent).People - children[parent].Sum(c => Tally(c).People);

    private IEnumerable<int> Visible(int parent) =>
        children[parent].Where(c => reasons[c] is null).OrderBy(c => Tally(c).People).ThenBy(c => c);

    private Tally Tally(int group) => table.Tallies[group, period];
}
