namespace Intranet.App.Shared.Charts;

/// <summary>What the marks of a line chart mean, in a sentence each and only for those that it has.</summary>
internal static class ChartNotes
{
    public static string? Of(IEnumerable<IReadOnlyList<Reading>> series)
    {
        var lines = series.ToList();
        var readings = lines.SelectMany(s => s).ToList();
        var reasons = readings.Where(r => r.Kind == ReadingKind.Hidden).Select(r => r.Words!).Distinct().ToList();
        List<string> notes = [];
        if (readings.Exists(r => r.Kind == ReadingKind.Coded))
            notes.Add("An upright stroke is a range: of that week only \"fewer than three\" or \"all but fewer than three\" is told.");
        if (lines.Exists(s => Drawing.Dots(s, new Drawing.Scale(1)).Length > 0))
            notes.Add("A dot is one exact week between others that are not.");
        if (reasons.Count > 0)
            notes.Add($"Gaps are hidden: {string.Join("; or ", reasons)}.");
        if (readings.Exists(r => r.Kind == ReadingKind.NoData))
            notes.Add("Hatched weeks have no record.");
        return notes.Count == 0 ? null : string.Join(' ', notes);
    }
}
