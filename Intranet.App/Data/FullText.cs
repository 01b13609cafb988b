using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Intranet.App.Data;

/// <summary>The words of posts, comments, people and spaces, for searching. Made beside the migrations, because each database has its own dialect for it.</summary>
internal static class FullText
{
    public const int MostWords = 8;
    public const int WordLimit = 40;

    /// <summary>Ranking reads every match, so the best are looked for among this many of the newest.</summary>
    public const int MostRanked = 2_000;

    /// <summary>SQLite's tables of words, which keep those of deleted rows until they are put in order.</summary>
    public static readonly IReadOnlyList<string> Indexes = ["Texts", "Names", "DocumentWords"];

    private const string Texts = "TextRows";
    private const string Documents = "DocumentRows";

    /// <summary>Asked and made past EF, because every start asks this and a query would have to be translated first.</summary>
    public static async Task Prepare(DbConnection connection, CancellationToken stop)
    {
        var embedded = connection is SqliteConnection;
        // The last that is made stands only where all do.
        if (await Stands(Documents))
            return;
        await using var transaction = await connection.BeginTransactionAsync(stop);
        if (!embedded)
            await connection.Run(FullTextPostgres.Configuration, stop, transaction);
        // Another node may have made it while this one waited for its turn.
        if (!await Stands(Texts, transaction))
            foreach (var sql in embedded ? Sqlite() : [FullTextPostgres.Create, FullTextPostgres.Fill])
                await connection.Run(sql, stop, transaction);
        if (!await Stands(Documents, transaction))
            foreach (
                var sql in embedded
                    ? new[] { DocumentWordsSqlite.Create, DocumentWordsSqlite.Fill }
                    : [DocumentWordsPostgres.Create, DocumentWordsPostgres.Fill]
            )
                await connection.Run(sql, stop, transaction);
        await transaction.CommitAsync(stop);

        async Task<bool> Stands(string table, DbTransaction? within = null) =>
            await connection.Number(embedded ? FullTextSqlite.Exists(table) : FullTextPostgres.Exists(table), stop, within) > 0;
    }

    /// <summary>The words of a question as both databases take them; signs mean nothing, so nothing somebody types can be a command.</summary>
    public static IReadOnlyList<string> Words(string? question)
    {
        // Half of a pair is no character, and normalising would throw on it.
        var whole = new string([.. (question ?? "").Where(c => !char.IsSurrogate(c))]).Normalize(NormalizationForm.FormC);
        var spaced = new string([.. whole.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]);
        return
        [
            .. spaced
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(w => w.Length <= WordLimit ? w : w[..WordLimit])
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MostWords),
        ];
    }

    /// <summary>The question in the database's own language: every word, the last one possibly unfinished.</summary>
    /// <param name="titles">Only what stands in the title, or in the name, counts.</param>
    /// <param name="names">People and spaces are asked, not texts.</param>
    public static string Question(IntranetDb db, IReadOnlyList<string> words, bool titles = false, bool names = false)
    {
        // One letter begins too many words to gather from texts; there are few enough names.
        var unfinished = names || words[^1].Length > 1;
        if (db is SqliteIntranetDb)
            return $"{(titles ? names ? "{Name} : " : "{Title} : " : "")}({string.Join(" AND ", words.Select(w => $"\"{w}\""))}{(unfinished ? "*" : "")})";
        var weight = titles ? "A" : "";
        return string.Join(" & ", words.Select((w, i) => $"{w}:{(unfinished && i == words.Count - 1 ? "*" : "")}{weight}".TrimEnd(':')));
    }

    private static IEnumerable<string> Sqlite() =>
        [
            FullTextSqlite.Create,
            .. new[] { "Posts", "Comments" }.Select(table => FullTextSqlite.TextEndings.Replace("@", table)),
            FullTextSqlite.NameTriggers.Replace("@", "People").Replace("#", "Title"),
            FullTextSqlite.NameTriggers.Replace("@", "Spaces").Replace("#", "Description"),
            FullTextSqlite.Fill,
        ];
}
