namespace Intranet.Domain.Adoption;

/// <summary>What an outsider knows of one group: each person contributes, only reads, or does nothing; ranges for the first two and their sum.</summary>
/// <remarks>
/// Ranges for two counts and their sum form an integral system: sums, differences and intersections of such sets are again
/// ranges of this kind, so working with the ranges alone loses nothing.
/// </remarks>
public readonly record struct Known(Count Contributors, Count Readers, Count Active)
{
    /// <summary>Nothing but the size of the group.</summary>
    public static Known Nothing(int people, bool reading) => new(new(0, people), reading ? new(0, people) : Count.Of(0), new(0, people));

    /// <summary>What is known of a row withheld although its active people would have been exact.</summary>
    public static Known Withheld(int people, bool reading)
    {
        var most = people - Threshold.Few;
        var active = new Count(Threshold.Few, most);
        return reading ? new(new(0, most), new(0, most), active) : new(active, Count.Of(0), active);
    }

    public bool IsExact => Active.IsExact && Contributors.IsExact;

    /// <summary>What a shown row tells.</summary>
    public static Known Told(Tally tally, bool reading)
    {
        var active = Coded(tally.Active, tally.People);
        return reading
            ? new Known(CodedContributors(tally, active), new(0, tally.People), active).Tight()
            : new Known(active, Count.Of(0), active);
    }

    public static Known operator +(Known a, Known b) => new(a.Contributors + b.Contributors, a.Readers + b.Readers, a.Active + b.Active);

    public static Known operator -(Known sum, Known part) =>
        new(sum.Contributors - part.Contributors, sum.Readers - part.Readers, sum.Active - part.Active);

    public Known Without(Known summand) =>
        new(Contributors.Without(summand.Contributors), Readers.Without(summand.Readers), Active.Without(summand.Active));

    public Known And(Known other) =>
        new Known(Contributors.And(other.Contributors), Readers.And(other.Readers), Active.And(other.Active)).Tight();

    private Known Tight()
    {
        var active = Active.And(Contributors + Readers);
        var contributors = Contributors.And(active - Readers);
        var readers = Readers.And(active - contributors);
        active = active.And(contributors + readers);
        return new(contributors, readers, active);
    }

    private static Count Coded(int count, int whole) =>
        count < Threshold.Few ? new(0, Threshold.Few - 1)
        : count > whole - Threshold.Few ? new(whole - Threshold.Few + 1, whole)
        : Count.Of(count);

    /// <summary>Contributors are coded against the active people, so that an exact pair never says "nobody only reads".</summary>
    private static Count CodedContributors(Tally tally, Count active) =>
        !active.IsExact ? (active.Low == 0 ? active : Coded(tally.Contributors, tally.People))
        : tally.Active < 2 * Threshold.Few - 1 ? new(0, tally.Active)
        : Coded(tally.Contributors, tally.Active);
}
