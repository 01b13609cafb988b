using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>
/// Counts around a page of posts or answers, by SQL that asks several tables at once: asked one by one, the questions cost more than
/// their answers. The rule of sight is not asked again, so only ids may come in that were read under it in the same operation.
/// </summary>
internal static class Tallies
{
    /// <summary>How often each reaction was given, who has seen how many, and how many people are in the spaces.</summary>
    public static Task<List<Tally>> OfAll(IntranetDb db, IReadOnlyCollection<Guid> posts, IReadOnlyCollection<Guid> spaces)
    {
        var sql = new Sql(db);
        var (things, rooms) = (sql.List(posts), sql.List(spaces));
        return sql.Read(
            Reactions(things),
            $"""SELECT {(int)TallyKind.Seen}, "PostId", 0, CAST(COUNT(*) AS INTEGER) FROM "Seen" WHERE "PostId" IN {things} GROUP BY "PostId" """,
            $"""
            SELECT {(int)TallyKind.Members}, m."SpaceId", 0, CAST(COUNT(*) AS INTEGER) FROM "Memberships" m
            JOIN "People" p ON p."Id" = m."PersonId"
            WHERE m."SpaceId" IN {rooms} AND p."DeactivatedAt" IS NULL AND (m."EndsAt" IS NULL OR m."EndsAt" > {sql.Value(
                db.Moment(db.Now)
            )})
            GROUP BY m."SpaceId"
            """
        );
    }

    public static Task<List<Tally>> OfReactions(IntranetDb db, IReadOnlyCollection<Guid> things)
    {
        var sql = new Sql(db);
        return sql.Read(Reactions(sql.List(things)));
    }

    /// <summary>What the viewer gave, saved, follows and muted among these.</summary>
    public static Task<List<Tally>> OfMine(IntranetDb db, IReadOnlyCollection<Guid> posts)
    {
        var sql = new Sql(db);
        var (things, me) = (sql.List(posts), sql.Value(db.Key(db.ViewerId ?? default)));
        return sql.Read(
            Given(things, me),
            $"""SELECT {(int)TallyKind.Saved}, "PostId", 0, 1 FROM "Bookmarks" WHERE "PersonId" = {me} AND "PostId" IN {things}""",
            $"""
            SELECT CASE WHEN "Muted" THEN {(int)TallyKind.Muted} ELSE {(int)TallyKind.Followed} END, "PostId", 0, 1 FROM "Follows"
            WHERE "PersonId" = {me} AND "PostId" IN {things}
            """
        );
    }

    /// <summary>Which reactions the viewer gave to these.</summary>
    public static Task<List<Tally>> OfMyReactions(IntranetDb db, IReadOnlyCollection<Guid> things)
    {
        var sql = new Sql(db);
        return sql.Read(Given(sql.List(things), sql.Value(db.Key(db.ViewerId ?? default))));
    }

    private static string Reactions(string things) =>
        $"""SELECT {(int)TallyKind.Reaction} AS "What", "ThingId" AS "Id", "Kind" AS "Kind", CAST(COUNT(*) AS INTEGER) AS "Count" FROM "Reactions" WHERE "ThingId" IN {things} GROUP BY "ThingId", "Kind" """;

    private static string Given(string things, string me) =>
        $"""SELECT {(int)TallyKind.Reaction} AS "What", "ThingId" AS "Id", "Kind" AS "Kind", 1 AS "Count" FROM "Reactions" WHERE "ThingId" IN {things} AND "PersonId" = {me}""";

    /// <summary>One statement and the values in it.</summary>
    private sealed class Sql(IntranetDb db)
    {
        private readonly List<object> _values = [];

        public string Value(object value)
        {
            _values.Add(value);
            return $"{{{_values.Count - 1}}}";
        }

        public string List(IReadOnlyCollection<Guid> ids)
        {
            if (ids.Count == 0)
                return "(NULL)";
            var list = new StringBuilder("(");
            foreach (var id in ids)
                list.Append(list.Length > 1 ? ", " : "").Append(Value(db.Key(id)));
            return list.Append(')').ToString();
        }

        public Task<List<Tally>> Read(params IEnumerable<string> parts) =>
            db.Set<Tally>().FromSqlRaw(string.Join(" UNION ALL ", parts), [.. _values]).ToListAsync();
    }
}

/// <summary>A count of one kind about one thing. It holds no content.</summary>
public sealed class Tally
{
    public TallyKind What { get; private set; }
    public Guid Id { get; private set; }

    /// <summary>Which reaction was counted; 0 for what knows no kinds.</summary>
    public int Kind { get; private set; }
    public int Count { get; private set; }
}

/// <summary>What was counted.</summary>
public enum TallyKind
{
    Reaction,
    Seen,
    Members,
    Saved,
    Followed,
    Muted,
}
