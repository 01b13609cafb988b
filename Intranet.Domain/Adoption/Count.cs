using System.Globalization;

namespace Intranet.Domain.Adoption;

/// <summary>A number of people as it may be told: exact, or the range it lies in.</summary>
public readonly record struct Count(int Low, int High)
{
    public bool IsExact => Low == High;

    public int Width => High - Low;

    public static Count Of(int value) => new(value, value);

    public static Count operator +(Count a, Count b) => new(a.Low + b.Low, a.High + b.High);

    /// <summary>What is left of a sum when one part may be anywhere in its range.</summary>
    public static Count operator -(Count sum, Count part) => new(sum.Low - part.High, sum.High - part.Low);

    /// <summary>Takes one summand back out of a sum of ranges.</summary>
    public Count Without(Count summand) => new(Low - summand.Low, High - summand.High);

    public Count And(Count other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));

    /// <summary>"31", or coded "&lt;3" (0 to 2), or "&gt;46" (47 to 49 of 49).</summary>
    public override string ToString() =>
        IsExact ? Low.ToString(CultureInfo.InvariantCulture)
        : Low == 0 ? string.Create(CultureInfo.InvariantCulture, $"<{High + 1}")
        : string.Create(CultureInfo.InvariantCulture, $">{Low - 1}");
}
