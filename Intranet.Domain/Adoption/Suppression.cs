namespace Intranet.Domain.Adoption;

/// <summary>Decides which figures of a table may be told, so that no figure, alone or subtracted, speaks about single people.</summary>
/// <remarks>
/// <para>
/// The rules. A group of fewer than k people is hidden. What a parent's row leaves after its visible children is hidden too when it
/// would be fewer than k people: the smallest sibling joins it. A count of 0, 1 or 2, or of all but 0, 1 or 2, is coded, since
/// "nobody" and "everybody" say something about each person; the same holds for readers only among the active. Then
/// <see cref="Outsider"/> attacks the result as an outsider with all rows of the period would. While a coded count could be
/// narrowed, or what a parent leaves over is itself within 2 of nobody or everybody, exact siblings are withheld in the order of their
/// sizes (only their contributors, where the active people are safe), and where that does not help, all of them and the parent.
/// </para>
/// <para>
/// Acts are sums, so they are given once and for one ladder of time only: a team or space by ISO week; longer rows are given when they
/// are sums of given rows, and so tell nothing new; days are given for the whole organisation, where what a week's given days leave over
/// is again safe; a week of the whole organisation that is not safe is told only together with the weeks that follow, until they are. Acts are withheld from a row with a coded low count, from one of which one person made more than half, and from
/// enough siblings that what is left over is safe too.
/// </para>
/// <para>
/// An outsider who holds every table (all, teams, spaces; day, week, month, whole; any range) cannot learn: a coded count from the rows of
/// its period; that nobody or that everybody of any group acted, contributed or only read; a hidden count; the acts of a group
/// of fewer than k people, of fewer than 3 active people, or of one who made more than half; any acts of a span shorter than the row.
/// One who knows this code too, and so which worlds would have looked the same, still finds no count of one period that had to be coded
/// or hidden; a sibling withheld only to cover them he may at times work out, a figure that would have been shown by itself.
/// </para>
/// <para>
/// He can learn: the size of a group from the directory; that a hidden group's count lies in a range; from longer and shorter
/// periods, that in a coded "fewer than 3" at least one or two people acted (never that nobody did), and in a coded "all but
/// fewer than 3" that at least one or two did not (never that everybody did), since the people of a period contain those of its
/// parts; that figures shown for a space and a team of nearly the same people are close; and what he knows of colleagues from
/// elsewhere, such as his own acts. Not promised: the code and several grains used together against a period in which all but a handful of
/// the whole organisation were silent; a group whose eligible people change while nothing is recorded (count eligible people over
/// recorded days); a table recomputed after a late import, laid beside its older print.
/// </para>
/// </remarks>
public static class Suppression
{
    public const string Beside = "Hidden so that a count beside it cannot be worked out";

    public static string TooSmall(Threshold threshold) => $"Fewer than {threshold.People} people";

    /// <param name="table">
    /// One grain. A table of weeks starts with the source's first week, whatever range was asked for, so that every report joins the
    /// same weeks; a table of days holds whole ISO weeks. What was not asked for is left out when the report is written.
    /// </param>
    /// <param name="weeks">The same groups published by week; without it acts are given in weekly rows only.</param>
    /// <param name="days">The same groups published by day, for the acts of months.</param>
    public static Published Publish(Counted table, Threshold threshold, Published? weeks = null, Published? days = null)
    {
        Sound.Check(table);
        var rows = new Shown[table.Groups.Count, table.Periods.Count];
        var cells = new Suppressed(table, threshold);
        var acts = new GivenActs(table, threshold);
        for (var period = 0; period < table.Periods.Count; period++)
        {
            if (!table.NoData[period])
                cells.Decide(period);
            acts.Decide(period, cells, weeks, days);
            for (var group = 0; group < table.Groups.Count; group++)
                rows[group, period] = table.NoData[period] ? new(null, null, null, null, null, true, null) : Row(group, period);
        }
        var published = new Published(table.Groups, table.Periods, rows);
        if (table.Periods is [{ Grain: Grain.Week }, ..])
            ActsOverTime.JoinWeeks(table, published);
        if (weeks is not null && table.Periods is [{ Grain: Grain.Day }, ..])
            ActsOverTime.ProtectDays(table, threshold, published, weeks);
        return published;

        Shown Row(int group, int period)
        {
            if (cells.Reason(group) is { } reason)
                return new(null, null, null, null, null, false, reason);
            var told = Known.Told(table.Tallies[group, period], table.ReadingRecorded);
            return new(
                table.Tallies[group, period].People,
                told.Active,
                cells.Silent(group) ? null : told.Contributors,
                table.ReadingRecorded && !cells.Silent(group) ? told.Readers : null,
                acts.Given(group),
                false,
                null
            );
        }
    }
}
