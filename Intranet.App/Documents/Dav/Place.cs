using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Dav;

/// <summary>What an address below /dav leads to for one person: the list of their spaces, a space, a folder, a document, or a name that is free.</summary>
internal sealed record Place(IReadOnlyList<string> Steps)
{
    public OwnSpace? Space { get; init; }

    /// <summary>The folder it lies in; null at the top of a space.</summary>
    public Node? Folder { get; init; }

    /// <summary>The document or folder; null for a space, and where the name is free.</summary>
    public Node? Node { get; init; }

    /// <summary>Whether something may be put here: the space and the folder are there.</summary>
    public bool HasFolder { get; init; }
    public string? BlobKey { get; init; }

    public bool IsRoot => Steps.Count == 0;
    public bool Exists => IsRoot || (Steps.Count == 1 && Space is not null) || Node is not null;
    public bool IsFolder => Exists && Node?.IsFolder != false;
    public string Name => Steps.Count == 0 ? "" : Steps[^1];
    public string? ETag => EntryTag(BlobKey);

    /// <summary>A document or folder, or an answer that tells nothing.</summary>
    public Node Paper => Node ?? throw (Exists ? DavAnswer.Shelf : DavAnswer.NotFound);

    /// <summary>The folders above, from the top.</summary>
    public IEnumerable<Guid> Above => Node?.Folders ?? (Folder is null ? [] : [.. Folder.Folders, Folder.Id]);

    /// <summary>Half of the content's hash tells as much, and some programs cut off long headers.</summary>
    public static string? EntryTag(string? blobKey) => blobKey is null ? null : $"\"{blobKey[..32]}\"";
}

/// <summary>A space of one's own, under the name it has in the list.</summary>
internal sealed record OwnSpace(Guid Id, string Name, DateTimeOffset At);
