namespace Intranet.Domain.Adoption;

/// <summary>Why single figures of a row that is not hidden are missing; null for a figure that is given.</summary>
/// <remarks>The reasons follow from the kind of row alone: which of the rules of <see cref="Suppression"/> it was would itself be a finding.</remarks>
public sealed record Withheld(string? Contributors, string? Acts)
{
    public const string Telling = "Would say too much about one person or a count beside it";
    public const string ByWeek = "Given by week for teams and spaces";
    public const string Sum = "Given only where it is the sum of shorter rows that are given";

    /// <summary>Null where nothing is missing, or all of it for one reason.</summary>
    internal static Withheld? Of(Shown row, Grain grain, bool whole)
    {
        if (row.NoData || row.Hidden is not null || (row.Contributors is not null && row.Acts is not null))
            return null;
        var acts = grain switch
        {
            Grain.Day => whole ? Telling : ByWeek,
            Grain.Week => Telling,
            Grain.Month or Grain.Whole => Sum,
        };
        return new(row.Contributors is null ? Suppression.Beside : null, row.Acts is null ? acts : null);
    }
}
