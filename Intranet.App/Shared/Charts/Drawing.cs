using System.Globalization;
using System.Text;

namespace Intranet.App.Shared.Charts;

/// <summary>The geometry of charts, in percent of the drawing area: zero stays on the axis and a gap stays a gap.</summary>
public static class Drawing
{
    /// <summary>A stretch of periods without values, as percent from the start and percent wide. Why it is hidden stands below the chart, where there is room for it.</summary>
    public sealed record Gap(double From, double Span, ReadingKind Kind)
    {
        public string Words => Kind == ReadingKind.Hidden ? "hidden" : Reading.NoData.ToString();
    }

    /// <summary>Where a value stands in a drawing of this height that ends at the top value.</summary>
    public readonly record struct Scale(double Top, double Height = 100, double Inset = 0)
    {
        public double Y(double value) => Inset + (Height - 2 * Inset) * (1 - (Top > 0 ? value / Top : 0));
    }

    /// <summary>Round steps from zero to at least the highest value: three to six of them.</summary>
    public static double[] Ticks(double highest)
    {
        var raw = Math.Max(highest, 1) / 4;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.First(s => s * magnitude >= raw - 1e-9) * magnitude;
        if (step < 1)
            step = 1;
        return [.. Enumerable.Range(0, (int)Math.Ceiling(Math.Max(highest, 1) / step - 1e-9) + 1).Select(i => Math.Round(i * step, 6))];
    }

    public static double Highest(IEnumerable<Reading> readings) => readings.Select(r => r.High ?? 0).DefaultIfEmpty(0).Max();

    public static double X(int index, int count) => count > 1 ? index * 100.0 / (count - 1) : 50;

    /// <summary>A path through the exact values, lifted where there is none; a lone one between gaps is no line.</summary>
    public static string Path(IReadOnlyList<Reading> readings, Scale scale)
    {
        var path = new StringBuilder();
        for (var i = 0; i < readings.Count; i++)
            if (readings[i].Value is { } value && !Lone(readings, i))
                path.Append(
                    CultureInfo.InvariantCulture,
                    $"{(Exact(readings, i - 1) ? 'L' : 'M')}{X(i, readings.Count):0.##} {scale.Y(value):0.##}"
                );
        return path.ToString();
    }

    /// <summary>The exact values without an exact neighbour: dots.</summary>
    public static string Dots(IReadOnlyList<Reading> readings, Scale scale)
    {
        var path = new StringBuilder();
        for (var i = 0; i < readings.Count; i++)
            if (readings[i].Value is { } value && Lone(readings, i))
                path.Append(CultureInfo.InvariantCulture, $"M{X(i, readings.Count):0.##} {scale.Y(value):0.##}h.01");
        return path.ToString();
    }

    /// <summary>What is told only as a bound: an upright stroke from the least to the most it can be.</summary>
    /// <param name="aside">By how much of a period it stands beside the others', so that equal ranges of two series are both seen.</param>
    public static string Ranges(IReadOnlyList<Reading> readings, Scale scale, double aside = 0)
    {
        var path = new StringBuilder();
        for (var i = 0; i < readings.Count; i++)
            if (readings[i] is { Kind: ReadingKind.Coded, Low: { } low, High: { } high })
                path.Append(
                    CultureInfo.InvariantCulture,
                    $"M{X(i, readings.Count) + aside * 100 / Math.Max(1, readings.Count - 1):0.##} {scale.Y(low):0.##}V{scale.Y(high):0.##}"
                );
        return path.ToString();
    }

    private static bool Exact(IReadOnlyList<Reading> readings, int i) => i >= 0 && i < readings.Count && readings[i].Value is not null;

    private static bool Lone(IReadOnlyList<Reading> readings, int i) => !Exact(readings, i - 1) && !Exact(readings, i + 1);

    /// <summary>The stretches in which no series has a value, each from half a period before to half a period after.</summary>
    public static IReadOnlyList<Gap> Gaps(IReadOnlyList<IReadOnlyList<Reading>> series, int count)
    {
        var gaps = new List<Gap>();
        for (var i = 0; i < count; i++)
        {
            if (!Silent(i))
                continue;
            var first = i;
            var kind = KindOf(i);
            while (i + 1 < count && Silent(i + 1) && KindOf(i + 1) == kind)
                i++;
            var from = count > 1 ? Math.Max(0, X(first, count) - 50.0 / (count - 1)) : 0;
            var to = count > 1 ? Math.Min(100, X(i, count) + 50.0 / (count - 1)) : 100;
            gaps.Add(new Gap(from, to - from, kind));
        }
        return gaps;

        ReadingKind KindOf(int period) => series.Count > 0 ? series[0][period].Kind : ReadingKind.NoData;

        bool Silent(int period) => series.All(s => s[period].High is null);
    }

    /// <summary>At most this many labels, evenly spread, with the first and the last.</summary>
    public static IReadOnlyList<int> LabelsAt(int count, int most = 5)
    {
        if (count <= most)
            return [.. Enumerable.Range(0, count)];
        return [.. Enumerable.Range(0, most).Select(i => (int)Math.Round(i * (count - 1) / (most - 1.0))).Distinct()];
    }

    /// <summary>Moves labels apart until each has room, keeping their order.</summary>
    public static double[] Apart(IReadOnlyList<double> at, double room)
    {
        var placed = at.ToArray();
        var order = Enumerable.Range(0, at.Count).OrderBy(i => at[i]).ToArray();
        for (var k = 1; k < order.Length; k++)
            placed[order[k]] = Math.Max(placed[order[k]], placed[order[k - 1]] + room);
        return placed;
    }

    public static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}%");

    public static string Number(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);
}
