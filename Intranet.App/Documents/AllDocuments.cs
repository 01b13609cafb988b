using Intranet.App.Data;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Order;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents;

/// <summary>The documents of all my spaces in one list.</summary>
public sealed class AllDocuments(Store store)
{
    public const int PageSize = 100;
    private const int MostPlaces = 500;

    /// <summary>Those from the given place of the list on. One more than a page says that there are more.</summary>
    public Task<List<PlacedRow>> Page(Viewer viewer, DocumentWish wish, int from = 0) =>
        store.Read(
            viewer,
            async db =>
            {
                var places = await Placed(db, Wanted(db, wish), wish).Skip(from).Take(PageSize + 1).ToListAsync();
                Guid[] ids = [.. places.Select(p => p.Id)];
                var rows = await (
                    from n in db.Nodes
                    where ids.Contains(n.Id)
                    join p in db.Bylines on n.ChangedById equals p.Id
                    join s in db.Spaces on n.SpaceId equals s.Id
                    select new PlacedRow(
                        n.Id,
                        n.Name,
                        n.Kind == NodeKind.Folder,
                        n.SpaceId,
                        s.Name,
                        n.FolderId,
                        p.Name,
                        n.ChangedAt,
                        n.Size,
                        db.Stars.Any(star => star.NodeId == n.Id)
                    )
                    {
                        Number = n.Number,
                        ContentType = n.ContentType,
                    }
                ).ToDictionaryAsync(row => row.Id);
                return places.Where(p => rows.ContainsKey(p.Id)).Select(p => rows[p.Id] with { At = p.At }).ToList();
            }
        );

    /// <summary>The spaces one may choose from, by name.</summary>
    public Task<List<Crumb>> Places(Viewer viewer) =>
        store.Read(
            viewer,
            db =>
                db.Spaces.Where(s =>
                        db.Seats.Any(seat =>
                            seat.SpaceId == s.Id && seat.PersonId == db.ViewerId && (seat.EndsAt == null || seat.EndsAt > db.Now)
                        )
                    )
                    .OrderBy(s => s.Name)
                    .Take(MostPlaces)
                    .Select(s => new Crumb(s.Id, s.Name))
                    .ToListAsync()
        );

    private static IQueryable<Node> Wanted(IntranetDb db, DocumentWish wish)
    {
        var nodes = db.Nodes.Where(n =>
            n.RemovedAt == null
            && db.Seats.Any(s => s.SpaceId == n.SpaceId && s.PersonId == db.ViewerId && (s.EndsAt == null || s.EndsAt > db.Now))
        );
        nodes =
            wish.Pick == DocumentPick.Starred
                ? nodes.Where(n => db.Stars.Any(s => s.NodeId == n.Id))
                : nodes.Where(n => n.Kind == NodeKind.Document);
        if (wish.Text?.Trim() is { Length: > 0 } sought && Node.KeyOf(FileName.Clean(sought)) is var key)
            nodes = nodes.Where(n => n.NameKey.Contains(key));
        if (wish.SpaceId is { } space)
            nodes = nodes.Where(n => n.SpaceId == space);
        return wish.Sort is { } sort ? nodes.Of(sort) : nodes;
    }

    /// <summary>In their order, each with the moment that the list names: when it was changed, or when I opened it.</summary>
    private static IQueryable<Place> Placed(IntranetDb db, IQueryable<Node> nodes, DocumentWish wish)
    {
        if (wish.Pick != DocumentPick.Recent)
            return Ordered(nodes, wish.Order).Select(n => new Place { Id = n.Id, At = n.ChangedAt });
        var opened =
            from o in db.Openings
            where o.PersonId == db.ViewerId
            join v in db.DocumentVersions on o.VersionId equals v.Id
            group o.At by v.NodeId into mine
            select new Place { Id = mine.Key, At = mine.Max() };
        return from o in opened join n in nodes on o.Id equals n.Id orderby o.At descending, o.Id descending select o;
    }

    private static IQueryable<Node> Ordered(IQueryable<Node> nodes, DocumentOrder order) =>
        order switch
        {
            DocumentOrder.Name => nodes.OrderBy(n => n.NameKey).ThenBy(n => n.Id),
            DocumentOrder.Size => nodes.OrderByDescending(n => n.Size).ThenBy(n => n.Id),
            _ => nodes.OrderByDescending(n => n.ChangedAt).ThenByDescending(n => n.Id),
        };

    private sealed class Place
    {
        public Guid Id { get; init; }
        public DateTimeOffset At { get; init; }
    }
}

/// <summary>A document, or a starred folder, with where it lies.</summary>
/// <param name="At">When it was changed; among the recent ones, when I opened it.</param>
public sealed record PlacedRow(
    Guid Id,
    string Name,
    bool IsFolder,
    Guid SpaceId,
    string Space,
    Guid FolderId,
    string ChangedBy,
    DateTimeOffset At,
    long Size,
    bool Starred
)
{
    public int Number { get; init; }
    public string? ContentType { get; init; }
    public string? Small => Thumbnail.Of(Id, Number, ContentType, Size);
    public bool IsPaper => Thumbnail.IsPaper(ContentType, Size);
    public string Address => IsFolder ? $"/spaces/{SpaceId}/documents?folder={Id}" : $"/documents/{Id}";

    /// <summary>The folder it lies in, on the page of its space.</summary>
    public string Place => $"/spaces/{SpaceId}/documents{(FolderId == SpaceId ? "" : $"?folder={FolderId}")}";
}
