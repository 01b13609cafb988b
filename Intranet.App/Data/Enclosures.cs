using Intranet.App.Live;
using Intranet.App.Shared.Text;
using Intranet.Domain.Activity;
using Intranet.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>The documents that texts link to, as one reader sees them now: one question for all texts of a page, and none where no text links to a document.</summary>
internal static class Enclosures
{
    /// <summary>Documents that are looked up at once.</summary>
    private const int Most = 500;

    private static readonly Dictionary<Guid, Enclosed> None = [];

    /// <summary>What each of the texts encloses; a text without links is left out.</summary>
    public static async Task<Dictionary<Guid, Enclosed>> Of(IntranetDb db, IEnumerable<(Guid Id, string Html)> texts)
    {
        var links = new List<(Guid Text, IReadOnlyList<Guid> Documents)>();
        foreach (var (id, html) in texts)
            if (DocumentLinks.In(html) is { Count: > 0 } documents)
                links.Add((id, documents));
        if (links.Count == 0)
            return None;
        Guid[] wanted = [.. links.SelectMany(l => l.Documents).Distinct().Take(Most)];
        var seen = await Read(db, wanted);
        return links.ToDictionary(
            l => l.Text,
            l => new Enclosed(l.Documents, [.. l.Documents.Where(seen.ContainsKey).Select(id => seen[id])])
        );
    }

    private static Task<Dictionary<Guid, Enclosure>> Read(IntranetDb db, Guid[] wanted) =>
        (
            from n in db.Nodes
            join v in db.DocumentVersions on n.Id equals v.NodeId
            join p in db.Bylines on v.AuthorId equals p.Id
            where wanted.Contains(n.Id) && n.Kind == NodeKind.Document && v.Number == n.Number
            select new Enclosure(n.Id, n.SpaceId, n.Name, n.Number, n.Size, n.ContentType, p.Name, v.At, n.RemovedAt != null)
        ).ToDictionaryAsync(e => e.Id);
}

/// <summary>A document that a text links to, as it is now.</summary>
/// <param name="By">Who brought the newest version, and <paramref name="At"/> when.</param>
/// <param name="Gone">It lies in the trash, which everybody who sees it here may look into.</param>
public sealed record Enclosure(
    Guid Id,
    Guid SpaceId,
    string Name,
    int Number,
    long Size,
    string? ContentType,
    string By,
    DateTimeOffset At,
    bool Gone
);

/// <summary>What one text encloses, for one reader.</summary>
/// <param name="Links">All it links to, also what the reader may not see: a document may come into sight.</param>
/// <param name="Seen">What the reader sees of it, in the order of the text.</param>
public sealed record Enclosed(IReadOnlyList<Guid> Links, IReadOnlyList<Enclosure> Seen)
{
    /// <summary>Whether something that happened to a document, or to a folder that may hold one of these, shows here.</summary>
    public bool Concerns(Happening happening) =>
        happening.ThingKind == ThingKind.Folder
            ? Seen.Any(e => e.SpaceId == happening.SpaceId)
            : happening.ThingId is { } document && Links.Contains(document);

    public bool Same(Enclosed other) => Links.SequenceEqual(other.Links) && Seen.SequenceEqual(other.Seen);
}
