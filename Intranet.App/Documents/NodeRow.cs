using Intranet.Domain.Documents;

namespace Intranet.App.Documents;

/// <summary>One line of a folder's list.</summary>
public sealed record NodeRow(
    Guid Id,
    Guid SpaceId,
    Guid FolderId,
    NodeKind Kind,
    string Name,
    string NameKey,
    int Number,
    long Size,
    string? ContentType,
    DateTimeOffset ChangedAt,
    Guid ChangedById,
    string ChangedBy
)
{
    /// <summary>Who has it checked out at this moment, if anybody.</summary>
    public LockRow? Lock { get; init; }

    /// <summary>Its tags, with commas between.</summary>
    public string TagLine { get; init; } = "";

    /// <summary>The folder it lies in, where lines of several are shown.</summary>
    public string? Folder { get; init; }

    /// <summary>What stands in the columns of its space.</summary>
    public IReadOnlyList<CellRow> Values { get; init; } = [];

    /// <summary>The newest version that was approved, if any.</summary>
    public int? ApprovedNumber { get; init; }

    public TalkCount Talk { get; init; }

    public IReadOnlyList<string> Tags => TagLine.Split(", ", StringSplitOptions.RemoveEmptyEntries);

    public CellRow? In(Guid? column) => Values.FirstOrDefault(v => v.ColumnId == column);

    public bool IsArchive => Domain.Documents.Unpacking.IsArchive(ContentType);
    public bool IsFolder => Kind == NodeKind.Folder;
}

/// <summary>How many comments a document has, and how many of them are questions that wait.</summary>
public readonly record struct TalkCount(int All, int Open);

/// <summary>What stands in one column of a line.</summary>
public sealed record CellRow(Guid ColumnId, string Text, string Key, Guid? PersonId);

/// <summary>What lies in the trash, who put it there, and when.</summary>
public sealed record RemovedRow(Guid Id, string Name, bool IsFolder, long Size, string? By, DateTimeOffset At);

/// <summary>A check-out as everybody in the space sees it.</summary>
public sealed record LockRow(Guid PersonId, string Person, string? Note, DateTimeOffset Until);

/// <summary>A folder as one stands in it.</summary>
/// <param name="Trail">The folders from the top down to this one; empty at the top.</param>
/// <param name="MayFile">Whether the viewer may add and change here.</param>
/// <param name="MayBreak">Whether the viewer may break others' locks.</param>
/// <param name="MayCarryOut">Whether what lies here may be moved into another space.</param>
public sealed record FolderView(
    Guid SpaceId,
    Guid? FolderId,
    IReadOnlyList<Crumb> Trail,
    bool MayFile,
    bool MayBreak,
    bool MayCarryOut = false
);

public sealed record Crumb(Guid Id, string Name);
