namespace Intranet.Domain.Documents.Order;

/// <summary>What stands in a column.</summary>
public enum ColumnKind
{
    Text = 0,

    /// <summary>One of a list of values.</summary>
    Choice = 1,
    Date = 2,

    /// <summary>A member of the space.</summary>
    Person = 3,
}
