namespace Intranet.Domain.Documents;

/// <summary>What stands in a space's tree; folders come first.</summary>
public enum NodeKind
{
    Folder = 0,
    Document = 1,
}
