using Intranet.App.Shared.Charts;
using Intranet.Domain.Adoption;

namespace Intranet.App.Adoption;

/// <summary>Turns published rows into what charts draw.</summary>
internal static class Readings
{
    public static Reading Of(Shown row, Func<Shown, Count?> figure) =>
        row.NoData ? Reading.NoData
        : row.Hidden is { } reason ? Reading.Hidden(Reason(reason))
        : figure(row) is { } count ? Of(count)
        : Reading.Hidden(Reason(Suppression.Beside));

    /// <summary>The reason as it follows the word "hidden".</summary>
    private static string Reason(string sentence)
    {
        var rest = sentence.StartsWith("Hidden ", StringComparison.Ordinal) ? sentence["Hidden ".Length..] : sentence;
        return char.ToLowerInvariant(rest[0]) + rest[1..];
    }

    public static Reading Of(Count count) =>
        count.IsExact ? Reading.Of(count.Low) : Reading.Coded(count.ToString(), count.Low == 0 ? count.High : count.Low);

    /// <summary>The mean of a figure over some weeks; null when any of them is hidden or without data. A coded count stands for the middle of its range.</summary>
    public static double? Mean(IEnumerable<Shown> rows, Func<Shown, Count?> figure)
    {
        var counts = rows.Select(figure).ToList();
        return counts.Count == 0 || counts.Any(c => c is null) ? null : counts.Average(c => (c!.Value.Low + c.Value.High) / 2.0);
    }
}
