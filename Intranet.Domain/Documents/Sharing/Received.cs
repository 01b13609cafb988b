using Intranet.Domain.Access;
using Intranet.Domain.Documents.Content;

namespace Intranet.Domain.Documents.Sharing;

/// <summary>A file an outsider has handed in. It lies apart, unread and unsearched, until a member takes it in or throws it away.</summary>
public sealed class Received
{
    public const long Largest = 500L * 1024 * 1024;
    public const int FromLimit = 80;

    /// <summary>Files of one link that wait at a time.</summary>
    public const int MostWaiting = 100;

    private Received() { }

    public Received(Guid id, ShareLink link, string name, string? from, StoredFile file, string clientKey, DateTimeOffset at)
    {
        (Id, LinkId, SpaceId, FolderId, At) = (id, link.Id, link.SpaceId, link.NodeId, at);
        (BlobKey, Size, ContentType) = (file.Key, file.Size, file.ContentType);
        if (clientKey is not { Length: > 0 and <= Upload.KeyLimit })
            throw new Refusal($"A file needs a key of at most {Upload.KeyLimit} characters.");
        ClientKey = clientKey;
        Name = FileName.Clean(name);
        var said = OneLine.Of(from);
        From = said.Length is > 0 and <= FromLimit ? said : throw new Refusal($"Say who you are, in at most {FromLimit} characters.");
    }

    public Guid Id { get; private set; }
    public Guid LinkId { get; private set; }
    public Guid SpaceId { get; private set; }

    /// <summary>Where it will lie when it is taken in.</summary>
    public Guid FolderId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Who sent it, as they say; nobody has checked it.</summary>
    public string From { get; private set; } = "";
    public long Size { get; private set; }
    public string ContentType { get; private set; } = "";
    public string BlobKey { get; private set; } = "";

    /// <summary>Unique per link, so that a retry hands nothing in twice.</summary>
    public string ClientKey { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public StoredFile File => new(BlobKey, Size, ContentType);
}
