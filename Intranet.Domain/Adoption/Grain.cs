namespace Intranet.Domain.Adoption;

/// <summary>How long one row of a report is.</summary>
public enum Grain
{
    Day = 0,
    Week = 1,
    Month = 2,
    Whole = 3,
}
