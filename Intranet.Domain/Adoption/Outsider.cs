namespace Intranet.Domain.Adoption;

/// <summary>How a row of the period stands towards the outsider.</summary>
internal enum Standing
{
    Told = 0,

    /// <summary>Active people are told, contributors and readers are not.</summary>
    Silent = 1,
    Hidden = 2,
}

/// <summary>One part of a parent: what is known of it before anything is subtracted.</summary>
internal readonly record struct Part(Known Known, int People, Standing Standing);

/// <summary>
/// The attack of an outsider who adds and subtracts a parent's row and those of its parts: the parent is safe when nothing coded is
/// narrowed, nothing hidden is found, and no known remainder comes within two people of its limits.
/// </summary>
internal static class Outsider
{
    public static bool FindsNoActive(Known whole, List<Part> parts)
    {
        var sum = default(Count);
        foreach (var part in parts)
            sum += part.Known.Active;
        if (whole.Active.And(sum) != whole.Active || !Apart(whole.Active, sum))
            return false;
        foreach (var (known, people, standing) in parts)
        {
            var found = known.Active.And(whole.Active - sum.Without(known.Active));
            if (standing == Standing.Hidden ? !Vague(found, people) : found != known.Active)
                return false;
        }
        return true;
    }

    public static bool FindsNothing(Known whole, List<Part> parts)
    {
        var sum = default(Known);
        foreach (var part in parts)
            sum += part.Known;
        if (whole.And(sum) != whole || !Apart(whole.Active, sum.Active))
            return false;
        if (!Apart(whole.Contributors, sum.Contributors) || !Apart(whole.Readers, sum.Readers))
            return false;
        foreach (var (known, people, standing) in parts)
        {
            var found = known.And(whole - sum.Without(known));
            var vague = standing switch
            {
                Standing.Told => found == known,
                Standing.Silent => found.Active == known.Active && VagueReading(found, people),
                Standing.Hidden => Vague(found.Active, people) && VagueReading(found, people),
            };
            if (!vague)
                return false;
        }
        return true;
    }

    /// <summary>Overlapping parts: the whole tells only how many people they hold at least, which must not make one of them full.</summary>
    public static bool FindsNoneFull(Known whole, List<Part> parts, Func<Known, Count> measure)
    {
        var sum = default(Count);
        foreach (var part in parts)
            sum += measure(part.Known);
        return sum.IsExact || sum.High - measure(whole).High >= Threshold.Few;
    }

    private static bool Apart(Count sum, Count parts) =>
        parts.IsExact || !sum.IsExact || (sum.Low - parts.Low >= Threshold.Few && parts.High - sum.Low >= Threshold.Few);

    private static bool VagueReading(Known found, int people) => Vague(found.Contributors, people) && Vague(found.Readers, people);

    private static bool Vague(Count found, int people)
    {
        var few = Math.Min(people, Threshold.Few - 1);
        return found.High >= few && found.Low <= people - few && (people == 0 || !found.IsExact);
    }
}
