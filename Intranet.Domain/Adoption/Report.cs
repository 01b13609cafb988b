namespace Intranet.Domain.Adoption;

/// <summary>The adoption figures of one source, ready to print; made only from a table after suppression.</summary>
public sealed record Report(
    string Source,
    string TimeZone,
    DateOnly From,
    DateOnly To,
    By By,
    Grain Grain,
    IReadOnlyDictionary<string, string> Definitions,
    IReadOnlyList<ReportRow> Rows
)
{
    /// <param name="source">"here" or the name of an import.</param>
    /// <param name="from">First day asked for; periods that end before it are left out.</param>
    /// <param name="to">Last day asked for; periods that start after it are left out.</param>
    public static Report Of(Published published, string source, string timeZone, By by, DateOnly from, DateOnly to, Threshold threshold)
    {
        var grain = published.Periods[0].Grain;
        var (first, last) = grain == Grain.Whole ? (published.Periods[0].First, published.Periods[0].Last) : Periods.Snap(from, to, grain);
        var rows = new List<ReportRow>();
        for (var group = 0; group < published.Groups.Count; group++)
            if ((by == By.All) == (group == 0))
                for (var period = 0; period < published.Periods.Count; period++)
                    if (published.Periods[period].First <= last && published.Periods[period].Last >= first)
                        rows.Add(Row(published, group, period));
        return new(source, timeZone, first, last, by, grain, Adoption.Definitions.Of(threshold), rows);
    }

    private static ReportRow Row(Published published, int group, int period)
    {
        var row = published.Rows[group, period];
        return new(
            published.Groups[group].Name,
            published.Periods[period].Key,
            row.People,
            row.Active,
            row.Contributors,
            row.Acts,
            row.NoData,
            row.Hidden,
            Withheld.Of(row, published.Periods[period].Grain, group == 0)
        );
    }
}
