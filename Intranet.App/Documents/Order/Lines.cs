using System.Linq.Expressions;
using Intranet.App.Data;
using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Order;

/// <summary>Cuts and sorts nodes as somebody wishes. A page goes on after the last line of the one before, whatever the order.</summary>
internal static class Lines
{
    /// <summary>Sorts after everything that is written, so that empty cells come last from either end.</summary>
    private const string Last = "\uffff";

    public static IQueryable<Node> Like(this IQueryable<Node> nodes, IntranetDb db, FolderWish wish)
    {
        foreach (var word in wish.Keys)
            nodes = nodes.Where(n => n.NameKey.Contains(word));
        if (wish.Tag is { } name && Node.KeyOf(name) is var tag)
            nodes = nodes.Where(n => db.NodeTags.Any(t => t.NodeId == n.Id && t.Key == tag));
        foreach (var (column, value) in wish.Cells.All)
            nodes = Guid.TryParse(value, out var person)
                ? nodes.Where(n => db.ColumnValues.Any(v => v.NodeId == n.Id && v.ColumnId == column && v.PersonId == person))
                : nodes.Where(n => db.ColumnValues.Any(v => v.NodeId == n.Id && v.ColumnId == column && v.Text == value));
        return wish.Type is { } type ? nodes.Of(type) : nodes;
    }

    public static IQueryable<Node> InOrder(this IQueryable<Node> nodes, IntranetDb db, FolderWish wish, NodeRow? after)
    {
        switch (wish.By)
        {
            case FolderOrder.Changed:
                var at = after?.ChangedAt ?? default;
                return nodes.Line(n => n.ChangedAt, after, wish.Down, x => x < at, x => x == at, x => x > at);
            case FolderOrder.Size:
                var size = after?.Size ?? 0;
                return nodes.Line(n => n.Size, after, wish.Down, x => x < size, x => x == size, x => x > size);
            case FolderOrder.Type:
                return nodes.Line(n => n.ContentType ?? "", after, wish.Down, after?.ContentType ?? "");
            case FolderOrder.Column:
                var (column, empty) = (wish.Column, wish.Down ? "" : Last);
                return nodes.Line(
                    n => db.ColumnValues.Where(v => v.NodeId == n.Id && v.ColumnId == column).Max(v => v.Key) ?? empty,
                    after,
                    wish.Down,
                    after?.In(column)?.Key ?? empty
                );
            default:
                return nodes.Line(n => n.NameKey, after, wish.Down, after?.NameKey ?? "");
        }
    }

    private static IQueryable<Node> Line(
        this IQueryable<Node> nodes,
        Expression<Func<Node, string>> key,
        NodeRow? after,
        bool down,
        string last
    ) => nodes.Line(key, after, down, x => string.Compare(x, last) < 0, x => x == last, x => string.Compare(x, last) > 0);

    /// <summary>Folders first, then by the key, then by name; the id decides between the same names of two folders.</summary>
    private static IQueryable<Node> Line<T>(
        this IQueryable<Node> nodes,
        Expression<Func<Node, T>> key,
        NodeRow? after,
        bool down,
        Expression<Func<T, bool>> below,
        Expression<Func<T, bool>> level,
        Expression<Func<T, bool>> above
    )
    {
        if (after is not null)
            nodes = nodes.Where(Later(key, after, level, down ? below : above));
        var kinds = nodes.OrderBy(n => n.Kind);
        return (down ? kinds.ThenByDescending(key) : kinds.ThenBy(key)).ThenBy(n => n.NameKey).ThenBy(n => n.Id);
    }

    private static Expression<Func<Node, bool>> Later<T>(
        Expression<Func<Node, T>> key,
        NodeRow after,
        Expression<Func<T, bool>> level,
        Expression<Func<T, bool>> beyond
    )
    {
        var (kind, name, id) = (after.Kind, after.NameKey, after.Id);
        Expression<Func<Node, bool>> documents = n => n.Kind > kind;
        Expression<Func<Node, bool>> alike = n => n.Kind == kind;
        Expression<Func<Node, bool>> named = n => string.Compare(n.NameKey, name) > 0 || (n.NameKey == name && n.Id.CompareTo(id) > 0);
        var node = key.Parameters[0];
        var rest = Expression.OrElse(
            Expression.Invoke(beyond, key.Body),
            Expression.AndAlso(Expression.Invoke(level, key.Body), Expression.Invoke(named, node))
        );
        var later = Expression.OrElse(Expression.Invoke(documents, node), Expression.AndAlso(Expression.Invoke(alike, node), rest));
        return Expression.Lambda<Func<Node, bool>>(later, node);
    }
}
