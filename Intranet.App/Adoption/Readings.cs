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

    public static Reading Of(Count count) => count.IsExact ? Reading.Of(count.Low) : Reading.Coded(count.ToString(), count.Low, count.High);

    /// <summary>The mean of a figure over some weeks; null when any of them is hidden or without data. Coded counts make it a range.</summary>
    public static Usual? Mean(IEnumerable<Shown> rows, Func<Shown, Count?> figure)
    {
        var counts = rows.Select(figure).ToList();
        return counts.Count == 0 || counts.Any(c => c is null)
            ? null
            : new Usual(counts.Average(c => c!.Value.Low), counts.Average(c => c!.Value.High));
    }
}

/// <summary>What is usual: a mean, or the range in which it lies where counts were told only as bounds.</summary>
internal readonly record struct Usual(double Low, double High)
{
    public double Middle => (Low + High) / 2;

    /// <summary>"31", or as the counts themselves are told: "fewer than 3", "more than 29".</summary>
    public override string ToString() =>
        Low == High ? $"{Low:0}"
        : Low == 0 ? $"fewer than {Math.Ceiling(High) + 1:0}"
        : $"more than {Math.Floor(Low) - 1:0}";
}
