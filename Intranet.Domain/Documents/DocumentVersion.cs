using Intranet.Domain.Access;

namespace Intranet.Domain.Documents;

/// <summary>One state of a document; it is never changed, but people may give it a name.</summary>
public sealed class DocumentVersion
{
    public const int NoteLimit = 400;
    public const int LabelLimit = 80;

    private DocumentVersion() { }

    internal DocumentVersion(Guid id, Node node, Guid authorId, StoredFile file, string? note, string clientKey, DateTimeOffset at)
    {
        (Id, NodeId, SpaceId, AuthorId, ClientKey, At) = (id, node.Id, node.SpaceId, authorId, clientKey, at);
        (Number, Name) = (node.Number + 1, node.Name);
        (BlobKey, Size, ContentType) = (file.Key, file.Size, file.ContentType);
        Note = Within(note);
    }

    public Guid Id { get; private set; }
    public Guid NodeId { get; private set; }
    public Guid SpaceId { get; private set; }

    /// <summary>Counts from 1 in each document.</summary>
    public int Number { get; private set; }
    public Guid AuthorId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string? Note { get; private set; }

    /// <summary>What the document was called then.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The SHA-256 of the content in hex, under which it is stored.</summary>
    public string BlobKey { get; private set; } = "";
    public long Size { get; private set; }
    public string ContentType { get; private set; } = "";

    /// <summary>Unique per author, so that a retry saves no second version.</summary>
    public string ClientKey { get; private set; } = "";

    /// <summary>How people call this version: "As sent to the client". Whatever has a name is kept.</summary>
    public string? Label { get; private set; }

    /// <summary>The number of the older version this one brought back.</summary>
    public int? RestoredFrom { get; internal init; }

    public StoredFile File => new(BlobKey, Size, ContentType);

    internal void Call(string? label)
    {
        var line = OneLine.Of(label);
        if (line.Length > LabelLimit)
            throw new Refusal($"The name of a version has at most {LabelLimit} characters.");
        Label = line.Length == 0 ? null : line;
    }

    public static string? Within(string? note)
    {
        var line = OneLine.Of(note);
        if (line.Length == 0)
            return null;
        return line.Length <= NoteLimit ? line : throw new Refusal($"A note has at most {NoteLimit} characters.");
    }
}

/// <summary>A content that is stored: under which key, how many bytes, and what it is.</summary>
public readonly record struct StoredFile(string Key, long Size, string ContentType);
