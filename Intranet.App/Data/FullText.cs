using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Intranet.App.Data;

/// <summary>The words of posts, comments, people and spaces, for searching. Made beside the migrations, because each database has its own dialect for it.</summary>
internal static class FullText
{
    public const int MostWords = 8;
    public const int WordLimit = 40;

    /// <summary>Ranking reads every match, so the best are looked for among this many of the newest.</summary>
    public const int MostRanked = 2_000;

    private const string Texts = "TextRows";
    private const string Documents = "DocumentRows";

    public static async Task Prepare(IntranetDb db, CancellationToken stop)
    {
        var embedded = db is SqliteIntranetDb;
        // The last that is made stands only where all do.
        if (await Stands(db, Documents, stop))
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!embedded)
            await Run(db, FullTextPostgres.Configuration, stop);
        // Another node may have made it while this one waited for its turn.
        if (!await Stands(db, Texts, stop))
            foreach (var sql in embedded ? Sqlite() : [FullTextPostgres.Create, FullTextPostgres.Fill])
                await Run(db, sql, stop);
        if (!await Stands(db, Documents, stop))
            foreach (
                var sql in embedded
                    ? new[] { DocumentWordsSqlite.Create, DocumentWordsSqlite.Fill }
                    : [DocumentWordsPostgres.Create, DocumentWordsPostgres.Fill]
            )
                await Run(db, sql, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Asked past EF, because every start asks this and a query would have to be translated first.</summary>
    private static async Task<bool> Stands(IntranetDb db, string table, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = db is SqliteIntranetDb ? FullTextSqlite.Exists(table) : FullTextPostgres.Exists(table);
        return Convert.ToInt32(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture) > 0;
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
    public static string Question(IntranetDb db, IReadOnlyList<string> words, bool titles = false, bool names = false)
    {
        // One letter begins too many words to gather from texts; there are few enough names.
        var unfinished = names || words[^1].Length > 1;
        if (db is SqliteIntranetDb)
            return $"{(titles ? "{Title} : " : "")}({string.Join(" AND ", words.Select(w => $"\"{w}\""))}{(unfinished ? "*" : "")})";
        var weight = titles ? "A" : "";
        return string.Join(" & ", words.Select((w, i) => $"{w}:{(unfinished && i == words.Count - 1 ? "*" : "")}{weight}".TrimEnd(':')));
    }

    private static Task<int> Run(IntranetDb db, string sql, CancellationToken stop) =>
        // Braces would be taken for places of parameters.
        db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{").Replace("}", "}}"), stop);

    private static IEnumerable<string> Sqlite() =>
        [
            FullTextSqlite.Create,
            .. new[] { "Posts", "Comments" }.Select(table => FullTextSqlite.TextEndings.Replace("@", table)),
            FullTextSqlite.NameTriggers.Replace("@", "People").Replace("#", "Title"),
            FullTextSqlite.NameTriggers.Replace("@", "Spaces").Replace("#", "Description"),
            FullTextSqlite.Fill,
        ];
}
