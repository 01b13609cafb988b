using System.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Documents.Content;
using Intranet.Domain.Documents.Order;

namespace Intranet.Domain.Documents;

/// <summary>A folder or a document in a space's tree. A document carries what its newest version says, so that a list reads one table.</summary>
public sealed class Node
{
    public const int NameLimit = 255;

    /// <summary>Folders in folders; deeper trees are lost to people, and some desktops cannot open them.</summary>
    public const int MostDeep = 20;

    /// <summary>What one folder takes in a path.</summary>
    public const int StepLength = 33;

    private Node() { }

    internal Node(Guid id, Guid spaceId, NodeKind kind, Node? folder, string name, Guid by, string clientKey, DateTimeOffset at)
    {
        (Id, SpaceId, Kind, ClientKey) = (id, spaceId, kind, clientKey);
        (MadeById, MadeAt, ChangedById, ChangedAt) = (by, at, by, at);
        Call(name);
        PutInto(folder);
    }

    public Guid Id { get; private set; }
    public Guid SpaceId { get; private set; }
    public NodeKind Kind { get; private set; }

    /// <summary>The folder it lies in; the space's own id at the top.</summary>
    public Guid FolderId { get; private set; }

    /// <summary>The ids of all folders it lies in, from the top, each followed by a slash.</summary>
    public string Path { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The name as it is compared and sorted by: once per folder, whatever the case.</summary>
    public string NameKey { get; private set; } = "";

    public Guid MadeById { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Chosen by the maker's client; unique per maker, so that a retry makes no second one.</summary>
    public string ClientKey { get; private set; } = "";

    public Guid ChangedById { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When somebody last said that it stays although nothing changed in it; null when nobody had to.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>The number of the newest version; 0 for folders.</summary>
    public int Number { get; private set; }

    /// <summary>The number of the newest version whose text was read; below <see cref="Number"/> it waits to be read.</summary>
    public int ReadNumber { get; private set; }
    public long Size { get; private set; }
    public string? ContentType { get; private set; }

    /// <summary>The newest version that was approved, if any; what came after is not approved yet.</summary>
    public int? ApprovedNumber { get; private set; }

    /// <summary>The names of its tags with commas between, so that lists and the search read them here.</summary>
    public string TagLine { get; private set; } = "";

    public DateTimeOffset? RemovedAt { get; private set; }
    public Guid? RemovedById { get; private set; }

    /// <summary>What it was removed with: itself, or the folder above that took it along.</summary>
    public Guid? RemovedWithId { get; private set; }

    public bool Removed => RemovedAt is not null;
    public bool IsFolder => Kind == NodeKind.Folder;

    /// <summary>The path of what lies in this folder; everything below begins with it.</summary>
    public string Within => $"{Path}{Id:N}/";

    /// <summary>The folders it lies in, from the top.</summary>
    public IEnumerable<Guid> Folders =>
        Enumerable.Range(0, Path.Length / StepLength).Select(i => Guid.ParseExact(Path.AsSpan(i * StepLength, StepLength - 1), "N"));

    public static string KeyOf(string name) => name.Normalize(NormalizationForm.FormC).ToUpperInvariant();

    internal void Call(string name)
    {
        Name = FileName.Clean(name);
        NameKey = KeyOf(Name);
    }

    internal void PutInto(Node? folder)
    {
        if (folder is not null && (!folder.IsFolder || folder.Removed || folder.SpaceId != SpaceId))
            throw new Refusal("There is no such folder here any more.");
        if (folder is not null && (folder.Id == Id || folder.Path.Contains($"{Id:N}/", StringComparison.Ordinal)))
            throw new Refusal("A folder cannot be moved into itself.");
        if (folder?.Path.Length / StepLength + 1 > (IsFolder ? MostDeep - 1 : MostDeep))
            throw new Refusal($"Folders go {MostDeep} deep at most.");
        (FolderId, Path) = (folder?.Id ?? SpaceId, folder?.Within ?? "");
    }

    internal void Take(DocumentVersion version)
    {
        (Number, Size, ContentType) = (version.Number, version.Size, version.ContentType);
        (ChangedById, ChangedAt) = (version.AuthorId, version.At);
    }

    internal void Approve(int number) => ApprovedNumber = Math.Max(ApprovedNumber ?? 0, number);

    internal void Wear(IReadOnlyList<Tag> tags) => TagLine = string.Join(", ", tags.Select(t => t.Name));

    internal void Change(Guid by, DateTimeOffset at) => (ChangedById, ChangedAt) = (by, at);

    internal void Stay(DateTimeOffset at) => KeptAt = at;

    /// <summary>Into the trash by a rule, by nobody.</summary>
    internal void Expire(DateTimeOffset at) => (RemovedById, RemovedAt, RemovedWithId) = (null, at, Id);

    internal void Remove(Guid by, DateTimeOffset at) => (RemovedById, RemovedAt, RemovedWithId) = (by, at, Id);

    internal void Restore(DateTimeOffset at) => (RemovedById, RemovedAt, RemovedWithId, KeptAt) = (null, null, null, at);
}
