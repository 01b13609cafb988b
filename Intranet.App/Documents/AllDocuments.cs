using Intranet.App.Data;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>The documents of all my spaces, the latest changed first.</summary>
public sealed class AllDocuments(Store store)
{
    public const int PageSize = 100;

    /// <summary>The next of them whose name holds the text. One more than a page says that there are more.</summary>
    public Task<List<PlacedRow>> Page(Viewer viewer, string? text, PlacedRow? after = null) =>
        store.Read(
            viewer,
            db =>
            {
                var nodes = db.Nodes.Where(n =>
                    n.Kind == NodeKind.Document
                    && n.RemovedAt == null
                    && db.Seats.Any(s => s.SpaceId == n.SpaceId && s.PersonId == db.ViewerId && (s.EndsAt == null || s.EndsAt > db.Now))
                );
                if (text?.Trim() is { Length: > 0 } sought && Node.KeyOf(FileName.Clean(sought)) is var key)
                    nodes = nodes.Where(n => n.NameKey.Contains(key));
                if (after is not null)
                    nodes = nodes.Where(n => n.ChangedAt < after.ChangedAt || (n.ChangedAt == after.ChangedAt && n.Id < after.Id));
                return (
                    from n in nodes.OrderByDescending(n => n.ChangedAt).ThenByDescending(n => n.Id).Take(PageSize + 1)
                    join p in db.Bylines on n.ChangedById equals p.Id
                    join s in db.Spaces on n.SpaceId equals s.Id
                    orderby n.ChangedAt descending, n.Id descending
                    select new PlacedRow(n.Id, n.Name, n.SpaceId, s.Name, n.FolderId, p.Name, n.ChangedAt, n.Size)
                ).ToListAsync();
            }
        );
}

/// <summary>A document with where it lies.</summary>
public sealed record PlacedRow(
    Guid Id,
    string Name,
    Guid SpaceId,
    string Space,
    Guid FolderId,
    string ChangedBy,
    DateTimeOffset ChangedAt,
    long Size
)
{
    /// <summary>The folder it lies in, on the page of its space.</summary>
    public string Place => $"/spaces/{SpaceId}/documents{(FolderId == SpaceId ? "" : $"?folder={FolderId}")}";
}
