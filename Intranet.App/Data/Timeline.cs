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

    /// <summary>Posts of the given spaces older than the key, and some more; the rule of sight is applied on top.</summary>
    public static IQueryable<Post> Of(IntranetDb db, IReadOnlyList<Guid> spaces, FeedKey? before, int most, IReadOnlyCollection<Guid> more)
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
        if (more.Count > 0)
            sql.Insert(0, "SELECT * FROM (")
                .Append(""") AS u UNION SELECT "Id", "At" FROM "Posts" WHERE "Id" IN (""")
                .AppendJoin(", ", more.Select(id => Place(db.Key(id))))
                .Append(')');
        return These(db, db.Set<Placing>().FromSqlRaw(sql.ToString(), [.. values]));

        string Place(object value, int known = -1)
        {
            if (known < 0)
                values.Add(value);
            return $"{{{(known < 0 ? values.Count - 1 : known)}}}";
        }
    }

    /// <summary>
    /// The announcements of the given spaces that the viewer has not seen, the newest first. Named space by space they are found in
    /// their own index; asked by time alone, all posts of a month are read. No content, and no rule of sight: to be
    /// read under the rule after.
    /// </summary>
    public static Task<List<Guid>> Unseen(IntranetDb db, IReadOnlyList<Guid> spaces, DateTimeOffset since, int most)
    {
        if (spaces.Count == 0)
            return Task.FromResult<List<Guid>>([]);
        object[] values = [db.Moment(since), db.Key(db.ViewerId ?? default), .. spaces.Select(db.Key)];
        var rooms = string.Join(", ", Enumerable.Range(2, spaces.Count).Select(i => $"{{{i}}}"));
        var sql = $$"""
            SELECT p."Id", p."At" FROM "Posts" p
            WHERE p."SpaceId" IN ({{rooms}}) AND p."Kind" = {{(int)PostKind.Announcement}} AND p."At" > {0} AND p."RemovedAt" IS NULL
              AND p."AuthorId" <> {1} AND NOT EXISTS (SELECT 1 FROM "Seen" s WHERE s."PostId" = p."Id" AND s."PersonId" = {1})
            ORDER BY p."At" DESC LIMIT {{most}}
            """;
        return db.Set<Placing>().FromSqlRaw(sql, values).Select(x => x.Id).ToListAsync();
    }

    /// <summary>Posts older than the key, whatever their space; the rule of sight is applied on top.</summary>
    public static IQueryable<Post> Before(IntranetDb db, FeedKey key) =>
        These(
            db,
            db.Set<Placing>()
                .FromSqlRaw("""SELECT "Id", "At" FROM "Posts" WHERE ("At", "Id") < ({0}, {1})""", db.Moment(key.At), db.Key(key.Id))
        );

    /// <summary>Answers older than the key.</summary>
    public static IQueryable<Comment> AnswersBefore(IntranetDb db, Guid postId, FeedKey key) =>
        Answers(
            db,
            """SELECT "Id", "At" FROM "Comments" WHERE "PostId" = {0} AND ("At", "Id") < ({1}, {2})""",
            db.Key(postId),
            db.Moment(key.At),
            db.Key(key.Id)
        );

    /// <summary>The answer with the key, and all that are newer.</summary>
    public static IQueryable<Comment> AnswersFrom(IntranetDb db, Guid postId, FeedKey key) =>
        Answers(
            db,
            """SELECT "Id", "At" FROM "Comments" WHERE "PostId" = {0} AND ("At", "Id") >= ({1}, {2})""",
            db.Key(postId),
            db.Moment(key.At),
            db.Key(key.Id)
        );

    private static IQueryable<Comment> Answers(IntranetDb db, string sql, params object[] values)
    {
        var ids = db.Set<Placing>().FromSqlRaw(sql, values).Select(x => x.Id);
        return db.Comments.Where(c => ids.Contains(c.Id));
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
