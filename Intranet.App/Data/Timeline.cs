using System.Globalization;
using System.Text;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>The newest posts of several spaces, by key. Each space gives its own newest from its index, so the cost follows the page and not the number of posts.</summary>
internal static class Timeline
{
    /// <summary>SQLite joins at most 500 selections; nobody's home is fed by more spaces than this.</summary>
    public const int MostSpaces = 400;

    /// <summary>Posts of the given spaces older than the key; the rule of sight is applied on top.</summary>
    public static IQueryable<Post> Of(IntranetDb db, IReadOnlyList<Guid> spaces, FeedKey? before, int most)
    {
        var sql = new StringBuilder("""SELECT "Id", "At" FROM (""");
        var values = new List<object>();
        for (var i = 0; i < Math.Min(spaces.Count, MostSpaces); i++)
        {
            sql.Append(i == 0 ? "" : " UNION ALL ")
                .Append("""SELECT * FROM (SELECT "Id", "At" FROM "Posts" WHERE "RemovedAt" IS NULL AND "SpaceId" = """)
                .Append(Place(db.Key(spaces[i])));
            if (before is { } key)
                sql.Append(
                    CultureInfo.InvariantCulture,
                    $""" AND ("At", "Id") < ({Place(db.Moment(key.At), i == 0 ? -1 : 1)}, {Place(db.Key(key.Id), i == 0 ? -1 : 2)})"""
                );
            sql.Append(CultureInfo.InvariantCulture, $""" ORDER BY "At" DESC, "Id" DESC LIMIT {most}) AS s{i}""");
        }
        if (values.Count == 0)
            return db.Posts.Where(p => false);
        sql.Append(CultureInfo.InvariantCulture, $""") AS t ORDER BY "At" DESC, "Id" DESC LIMIT {most}""");
        return These(db, db.Set<Placing>().FromSqlRaw(sql.ToString(), [.. values]));

        string Place(object value, int known = -1)
        {
            if (known < 0)
                values.Add(value);
            return $"{{{(known < 0 ? values.Count - 1 : known)}}}";
        }
    }

    /// <summary>Posts older than the key, whatever their space; the rule of sight is applied on top.</summary>
    public static IQueryable<Post> Before(IntranetDb db, FeedKey key) =>
        These(
            db,
            db.Set<Placing>()
                .FromSqlRaw("""SELECT "Id", "At" FROM "Posts" WHERE ("At", "Id") < ({0}, {1})""", db.Moment(key.At), db.Key(key.Id))
        );

    /// <summary>Answers older than the key.</summary>
    public static IQueryable<Comment> AnswersBefore(IntranetDb db, Guid postId, FeedKey key)
    {
        var older = db.Set<Placing>()
            .FromSqlRaw(
                """SELECT "Id", "At" FROM "Comments" WHERE "PostId" = {0} AND ("At", "Id") < ({1}, {2})""",
                db.Key(postId),
                db.Moment(key.At),
                db.Key(key.Id)
            )
            .Select(x => x.Id);
        return db.Comments.Where(c => older.Contains(c.Id));
    }

    private static IQueryable<Post> These(IntranetDb db, IQueryable<Placing> placings)
    {
        var ids = placings.Select(x => x.Id);
        return db.Posts.Where(p => ids.Contains(p.Id)).OrderByDescending(p => p.At).ThenByDescending(p => p.Id);
    }
}

/// <summary>A place in a feed: everything older comes after it.</summary>
public readonly record struct FeedKey(DateTimeOffset At, Guid Id) : IComparable<FeedKey>
{
    /// <summary>The place right above: what stands here is older than it. A step of time that both databases tell apart.</summary>
    public FeedKey JustAbove() => new(At.AddMicroseconds(1), Guid.Empty);

    public int CompareTo(FeedKey other) => At == other.At ? Id.CompareTo(other.Id) : At.CompareTo(other.At);
}
