namespace Intranet.App.Shared;

/// <summary>The shape that stands in while something loads.</summary>
public enum SkeletonKind
{
    Posts,
    Rows,
    Chart,
    Text,
}
