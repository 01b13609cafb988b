using System.Globalization;

namespace Intranet.App.Shared.Charts;

/// <summary>One measured value, or the reason why there is none: what is not known is never drawn as zero.</summary>
public readonly record struct Reading
{
    private readonly double _value;

    private Reading(ReadingKind kind, double value, string? words) => (Kind, _value, Words) = (kind, value, words);

    public ReadingKind Kind { get; }

    /// <summary>The reason when hidden, the coded count when coded.</summary>
    public string? Words { get; }

    /// <summary>What is drawn; null where nothing is known.</summary>
    public double? Value => Kind is ReadingKind.Counted or ReadingKind.Coded ? _value : null;

    /// <summary>The source recorded nothing in this period. Also the default of the type.</summary>
    public static Reading NoData => default;

    public static Reading Of(double value) => new(ReadingKind.Counted, value, null);

    /// <summary>Known, but not shown, with the reason in words: "fewer than 10 people".</summary>
    public static Reading Hidden(string reason) => new(ReadingKind.Hidden, 0, reason);

    /// <summary>Shown only as a bound, such as "&lt;3", and drawn at that bound.</summary>
    public static Reading Coded(string words, double bound) => new(ReadingKind.Coded, bound, words);

    public override string ToString() =>
        Kind switch
        {
            ReadingKind.NoData => "no data",
            ReadingKind.Hidden => $"hidden: {Words}",
            ReadingKind.Coded => Words!,
            ReadingKind.Counted => _value.ToString("#,0.#", CultureInfo.InvariantCulture),
        };
}
