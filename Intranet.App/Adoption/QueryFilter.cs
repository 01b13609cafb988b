namespace Intranet.App.Adoption;

/// <summary>Whose questions to list, and from when: both ends as moments, the days counted in the reader's time zone.</summary>
public sealed record QueryFilter(Guid? Person = null, bool Operator = false, DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    public const string OperatorWord = "operator";

    /// <summary>As it stands in the address of the page and of its file; what cannot be read filters nothing.</summary>
    public static QueryFilter Of(string? person, string? from, string? to, TimeZoneInfo zone) =>
        new(
            Guid.TryParse(person, out var id) ? id : null,
            person == OperatorWord,
            Day(from) is { } first ? Start(first, zone) : null,
            Day(to) is { } last && last < DateOnly.MaxValue ? Start(last.AddDays(1), zone) : null
        );

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;

    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Within a day of either end of the calendar there is no such moment everywhere.
        return day.Year is > 1 and < 9999
            ? new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime()
            : new DateTimeOffset(midnight, TimeSpan.Zero);
    }
}
