using System.Globalization;

namespace Intranet.App.Shared.Charts;

/// <summary>One measured value, or the reason why there is none: what is not known is never drawn as zero.</summary>
public readonly record struct Reading
{
    private readonly double _low;
    private readonly double _high;

    private Reading(ReadingKind kind, double low, double high, string? words) => (Kind, _low, _high, Words) = (kind, low, high, words);

    public ReadingKind Kind { get; }

    /// <summary>The reason when hidden, the coded count when coded.</summary>
    public string? Words { get; }

    /// <summary>The value, where it is told exactly: only then it is a point of a line.</summary>
    public double? Value => Kind == ReadingKind.Counted ? _low : null;

    /// <summary>The least it can be; null where nothing is known.</summary>
    public double? Low => Kind is ReadingKind.Counted or ReadingKind.Coded ? _low : null;

    /// <summary>The most it can be; null where nothing is known.</summary>
    public double? High => Kind is ReadingKind.Counted or ReadingKind.Coded ? _high : null;

    /// <summary>The source recorded nothing in this period. Also the default of the type.</summary>
    public static Reading NoData => default;

    public static Reading Of(double value) => new(ReadingKind.Counted, value, value, null);

    /// <summary>Known, but not shown, with the reason in words: "fewer than 10 people".</summary>
    public static Reading Hidden(string reason) => new(ReadingKind.Hidden, 0, 0, reason);

    /// <summary>Told only as a bound, such as "&lt;3", and drawn as the range it leaves.</summary>
    public static Reading Coded(string words, double low, double high) => new(ReadingKind.Coded, low, high, words);

    public override string ToString() =>
        Kind switch
        {
            ReadingKind.NoData => "no data",
            ReadingKind.Hidden => $"hidden: {Words}",
            ReadingKind.Coded => Words!,
            ReadingKind.Counted => _low.ToString("#,0.#", CultureInfo.InvariantCulture),
        };
}
