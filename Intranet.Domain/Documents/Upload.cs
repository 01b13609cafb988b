using Intranet.Domain.Access;
using Intranet.Domain.Documents.Content;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Documents;

/// <summary>A file on its way in. Its bytes arrive piece by piece and may wait for a lost connection; after a day without news it is given up.</summary>
public sealed class Upload
{
    public const long Largest = 5L * 1024 * 1024 * 1024;
    public const int KeyLimit = 64;
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private Upload() { }

    internal Upload(Guid id, Membership member, Guid folderId, string name, long size, string clientKey, DateTimeOffset at)
    {
        (Id, SpaceId, PersonId, FolderId, Size, ClientKey, At) = (id, member.SpaceId, member.PersonId, folderId, size, clientKey, at);
        Name = FileName.Clean(name);
    }

    public Guid Id { get; private set; }
    public Guid SpaceId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>Where it will lie; the space's own id at the top.</summary>
    public Guid FolderId { get; private set; }
    public string Name { get; private set; } = "";
    public long Size { get; private set; }

    /// <summary>Chosen by the client; unique per person, so that whoever begins again goes on where it broke off.</summary>
    public string ClientKey { get; private set; } = "";

    /// <summary>When something last arrived.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Set when all bytes are here and their checksum is known.</summary>
    public string? BlobKey { get; private set; }

    /// <summary>The document it became, and which version of it.</summary>
    public Guid? NodeId { get; private set; }
    public int? Number { get; private set; }

    public bool Done => NodeId is not null;

    /// <summary>It is here before anybody knew how long it is.</summary>
    public void Measure(long size) => Size = size;

    public void Touch(DateTimeOffset at) => At = at;

    public void Arrive(string blobKey, DateTimeOffset at) => (BlobKey, At) = (blobKey, at);

    public void Become(DocumentVersion version) => (NodeId, Number) = (version.NodeId, version.Number);
}

/// <summary>How files come in.</summary>
public static class Uploading
{
    extension(Membership member)
    {
        public Upload Begin(Guid id, Node? into, string name, long size, string clientKey, DateTimeOffset at)
        {
            member.MustFile();
            if (size is < 0 or > Upload.Largest)
                throw new Refusal($"A file has at most {Upload.Largest / 1024 / 1024 / 1024} GB.");
            if (string.IsNullOrWhiteSpace(name))
                throw new Refusal("A file needs a name.");
            if (clientKey is not { Length: > 0 and <= Upload.KeyLimit })
                throw new Refusal($"An upload needs a key of at most {Upload.KeyLimit} characters.");
            return new Upload(id, member, into?.Id ?? member.SpaceId, name, size, clientKey, at);
        }

        /// <summary>Whoever may no longer write here does not go on with what they began.</summary>
        public void GoOn(Upload upload)
        {
            member.MustFile();
            if (upload.PersonId != member.PersonId || upload.SpaceId != member.SpaceId)
                throw new Refusal("This upload is not known here. Begin it again.");
        }
    }
}
