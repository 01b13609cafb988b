namespace Intranet.App.Documents.Order;

/// <summary>By what the lines of a folder are sorted; folders always come first.</summary>
public enum FolderOrder
{
    Name,
    Changed,
    Size,
    Type,

    /// <summary>What stands in one of the space's columns.</summary>
    Column,
}
