namespace Intranet.Tests.Shared.Blobs;

/// <summary>The stores that keep the same promises.</summary>
public enum KindOfStore
{
    Folder,
    Bucket,
}
