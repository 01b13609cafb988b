using Intranet.App.Data;
using Intranet.Domain.Documents.Order;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Documents.Order;

/// <summary>Looking up how the documents of a space are kept in order.</summary>
public sealed class Orders(Store store)
{
    public const int MostTags = 200;
    public const int MostPeople = 500;

    public Task<SpaceOrder> Of(Viewer viewer, Guid spaceId) =>
        store.Read(
            viewer,
            async db =>
            {
                var member = await db.OwnSeat(spaceId);
                var columns = await db
                    .Columns.Where(c => c.SpaceId == spaceId && c.RemovedAt == null)
                    .OrderBy(c => c.MadeAt)
                    .ThenBy(c => c.Id)
                    .ToListAsync();
                var views = await db
                    .SavedViews.Where(v => v.SpaceId == spaceId)
                    .OrderByDescending(v => v.Shared)
                    .ThenBy(v => v.At)
                    .ToListAsync();
                var tags = await db
                    .NodeTags.Where(t => t.SpaceId == spaceId && db.Nodes.Any(n => n.Id == t.NodeId && n.RemovedAt == null))
                    .GroupBy(t => t.Name)
                    .OrderByDescending(same => same.Count())
                    .ThenBy(same => same.Key)
                    .Take(MostTags)
                    .Select(same => same.Key)
                    .ToListAsync();
                return new SpaceOrder(
                    [.. columns.Select(c => new ColumnRow(c.Id, c.Name, c.Kind, c.Choices))],
                    [.. views.Select(v => new ViewRow(v.Id, v.Name, v.Shared, v.Wish, member?.MayRemoveView(v) == true))],
                    tags,
                    columns.Exists(c => c.Kind == ColumnKind.Person) ? await People(db, spaceId) : [],
                    member?.MayRule == true,
                    member is not null
                );
            }
        );

    private static Task<List<Crumb>> People(IntranetDb db, Guid spaceId) =>
        db
            .Memberships.Where(m => m.SpaceId == spaceId && (m.EndsAt == null || m.EndsAt > db.Now))
            .OrderBy(m => m.Person.Name)
            .Take(MostPeople)
            .Select(m => new Crumb(m.PersonId, m.Person.Name))
            .ToListAsync();
}

/// <summary>How the documents of a space are kept in order, as one viewer finds it.</summary>
/// <param name="Tags">Those in use, the most frequent first.</param>
/// <param name="People">Whom a column of persons can name; empty where there is none.</param>
/// <param name="MayRule">Whether the viewer decides on columns, and on views for all.</param>
/// <param name="MaySave">Whether the viewer may save views at all.</param>
public sealed record SpaceOrder(
    IReadOnlyList<ColumnRow> Columns,
    IReadOnlyList<ViewRow> Views,
    IReadOnlyList<string> Tags,
    IReadOnlyList<Crumb> People,
    bool MayRule,
    bool MaySave
)
{
    public static readonly SpaceOrder None = new([], [], [], [], false, false);

    /// <summary>The view that looks just so, if somebody has saved it.</summary>
    public ViewRow? View(string wish) => Views.FirstOrDefault(v => v.Wish == wish);
}

public sealed record ColumnRow(Guid Id, string Name, ColumnKind Kind, IReadOnlyList<string> Choices);

public sealed record ViewRow(Guid Id, string Name, bool Shared, string Wish, bool MayRemove);
