using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Data;

/// <summary>Asks the full text. Only rooms the viewer sees are looked through, so that neither an answer nor a count tells of others.</summary>
internal static class Matches
{
    /// <summary>Texts are looked for in at most this many rooms, the viewer's newest.</summary>
    private const int MostSpaces = 10_000;

    /// <summary>The newest posts and comments that hold the words, older than the key.</summary>
    public static async Task<List<Placing>> Newest(
        IntranetDb db,
        IReadOnlyList<string> words,
        FeedKey? before,
        int most,
        bool titles = false
    )
    {
        var values = new List<object> { FullText.Question(db, words, titles) };
        var sql = (db is SqliteIntranetDb ? FullTextSqlite.Newest : FullTextPostgres.Newest) + await Within(db, values);
        if (before is { } key)
            sql +=
                db is SqliteIntranetDb
                    ? $""" AND "Texts".rowid < (SELECT "RowId" FROM "TextRows" WHERE "Id" = {Place(values, db.Key(key.Id))})"""
                    : $""" AND (r."At", r."Id") < ({Place(values, db.Moment(key.At))}, {Place(values, db.Key(key.Id))})""";
        sql += Newer(db) + Limit(most);
        return await db.Set<Placing>().FromSqlRaw(sql, [.. values]).ToListAsync();
    }

    /// <summary>The posts and comments that fit the words best, among the newest that hold them.</summary>
    public static async Task<List<Placing>> Best(IntranetDb db, IReadOnlyList<string> words, int most)
    {
        var values = new List<object> { FullText.Question(db, words) };
        var newest = (db is SqliteIntranetDb ? FullTextSqlite.Scored : FullTextPostgres.Scored) + await Within(db, values) + Newer(db);
        var sql =
            $"""SELECT "Id", "At" FROM ({newest}{Limit(FullText.MostRanked)}) AS m ORDER BY score, "At" DESC, "Id" DESC{Limit(most)}""";
        return await db.Set<Placing>().FromSqlRaw(sql, [.. values]).ToListAsync();
    }

    /// <summary>The newest documents whose name or text holds the words; or whose name alone does.</summary>
    public static async Task<List<Placing>> Documents(IntranetDb db, IReadOnlyList<string> words, int most, bool names = false)
    {
        var values = new List<object> { FullText.Question(db, words, titles: names) };
        var sql =
            db is SqliteIntranetDb
                ? $"""{DocumentWordsSqlite.Newest}{await Within(db, values)} ORDER BY "DocumentWords".rowid DESC"""
                : $"""{DocumentWordsPostgres.Newest}{await Within(db, values)} ORDER BY r."At" DESC, r."Id" DESC""";
        sql += Limit(most);
        return await db.Set<Placing>().FromSqlRaw(sql, [.. values]).ToListAsync();
    }

    /// <summary>Ids of people and spaces whose name or description holds the words; to be cut to the viewer by what they are joined with.</summary>
    /// <param name="called">Only the name counts.</param>
    public static IQueryable<Guid> Names(IntranetDb db, IReadOnlyList<string> words, bool called = false) =>
        db.Set<Placing>()
            .FromSqlRaw(
                db is SqliteIntranetDb ? FullTextSqlite.NamesLike : FullTextPostgres.NamesLike,
                FullText.Question(db, words, titles: called, names: true)
            )
            .Select(x => x.Id);

    private static async Task<string> Within(IntranetDb db, List<object> values)
    {
        var spaces = await db.Spaces.OrderByDescending(s => s.CreatedAt).Take(MostSpaces).Select(s => s.Id).ToListAsync();
        if (db is not SqliteIntranetDb)
            return $""" AND r."SpaceId" = ANY({Place(values, spaces.ToArray())})""";
        return $""" AND r."SpaceId" IN ({string.Join(',', spaces.Select(id => Place(values, db.Key(id))))})""";
    }

    private static string Newer(IntranetDb db) =>
        db is SqliteIntranetDb ? """ ORDER BY "Texts".rowid DESC""" : """ ORDER BY r."At" DESC, r."Id" DESC""";

    private static string Limit(int most) => string.Create(CultureInfo.InvariantCulture, $" LIMIT {most}");

    private static string Place(List<object> values, object value)
    {
        values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{values.Count - 1}}}");
    }
}
