namespace Intranet.Domain.Adoption;

/// <summary>How a report is cut: one row for all, a row per team, a row per space.</summary>
public enum By
{
    All = 0,
    Team = 1,
    Space = 2,
}

/// <summary>One line of a report; counts are null where the row is hidden or the source recorded nothing, single ones where they are withheld.</summary>
public sealed record ReportRow(
    string? Name,
    string Period,
    int? People,
    Count? Active,
    Count? Contributors,
    long? Acts,
    bool NoData,
    string? Hidden,
    Withheld? Withheld
);
