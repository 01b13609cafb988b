namespace Intranet.App.Data;

/// <summary>The full text in SQLite: word indexes that hold no second copy of the texts, kept by triggers, so that every way of writing reaches them.</summary>
internal static class FullTextSqlite
{
    /// <summary>Row numbers follow the time of the texts, because the index gives its matches in their order for nothing: seconds since 1970, and room for 16 million texts in each.</summary>
    private const string Second = """(new."At" - 621355968000000000) / 10000000 * 16777216""";

    private const string NextRow = $"""
        coalesce((SELECT max("RowId") + 1 FROM "TextRows" WHERE "RowId" >= {Second} AND "RowId" < {Second} + 16777216), {Second})
        """;

    private const string Numbered = """
        SELECT (t."At" - 621355968000000000) / 10000000 * 16777216
          + row_number() OVER (PARTITION BY (t."At" - 621355968000000000) / 10000000 ORDER BY t."At", t."Id") - 1, t.*
        """;

    public static string Exists(string table) => $"SELECT count(*) FROM sqlite_master WHERE name = '{table}'";

    public const string Create = $"""
        CREATE TABLE "TextRows" ("RowId" INTEGER PRIMARY KEY, "Id" BLOB NOT NULL UNIQUE, "PostId" BLOB NOT NULL, "SpaceId" BLOB NOT NULL, "At" INTEGER NOT NULL, "Removed" INTEGER NOT NULL);
        CREATE VIRTUAL TABLE "Texts" USING fts5("Title", "Body", content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
        CREATE TABLE "NameRows" ("RowId" INTEGER PRIMARY KEY, "Id" BLOB NOT NULL UNIQUE);
        CREATE VIRTUAL TABLE "Names" USING fts5("Name", "About", content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

        CREATE TRIGGER "Text_PostAdded" AFTER INSERT ON "Posts" BEGIN
          INSERT INTO "TextRows" SELECT {NextRow}, new."Id", new."Id", new."SpaceId", new."At", new."RemovedAt" IS NOT NULL;
          INSERT INTO "Texts" (rowid, "Title", "Body") SELECT "RowId", new."Title", new."Markdown" FROM "TextRows" WHERE "Id" = new."Id";
        END;
        CREATE TRIGGER "Text_PostEdited" AFTER UPDATE OF "Title", "Markdown" ON "Posts" WHEN old."Markdown" <> new."Markdown" OR old."Title" IS NOT new."Title" BEGIN
          INSERT OR REPLACE INTO "Texts" (rowid, "Title", "Body") SELECT "RowId", new."Title", new."Markdown" FROM "TextRows" WHERE "Id" = new."Id";
        END;
        CREATE TRIGGER "Text_CommentAdded" AFTER INSERT ON "Comments" BEGIN
          INSERT INTO "TextRows" SELECT {NextRow}, new."Id", new."PostId", new."SpaceId", new."At", new."RemovedAt" IS NOT NULL;
          INSERT INTO "Texts" (rowid, "Title", "Body") SELECT "RowId", NULL, new."Markdown" FROM "TextRows" WHERE "Id" = new."Id";
        END;
        CREATE TRIGGER "Text_CommentEdited" AFTER UPDATE OF "Markdown" ON "Comments" WHEN old."Markdown" <> new."Markdown" BEGIN
          INSERT OR REPLACE INTO "Texts" (rowid, "Title", "Body") SELECT "RowId", NULL, new."Markdown" FROM "TextRows" WHERE "Id" = new."Id";
        END;
        """;

    /// <summary>The same for each of two tables: a text that is taken away, put back, or gone for good.</summary>
    public const string TextEndings = """
        CREATE TRIGGER "Text_@Removed" AFTER UPDATE OF "RemovedAt" ON "@" BEGIN
          UPDATE "TextRows" SET "Removed" = new."RemovedAt" IS NOT NULL WHERE "Id" = new."Id";
        END;
        CREATE TRIGGER "Text_@Gone" AFTER DELETE ON "@" BEGIN
          DELETE FROM "Texts" WHERE rowid = (SELECT "RowId" FROM "TextRows" WHERE "Id" = old."Id");
          DELETE FROM "TextRows" WHERE "Id" = old."Id";
        END;
        """;

    /// <summary>The same for each table of things with a name, and the column that says more about them.</summary>
    public const string NameTriggers = """
        CREATE TRIGGER "Name_@Added" AFTER INSERT ON "@" BEGIN
          INSERT INTO "NameRows" ("Id") VALUES (new."Id");
          INSERT INTO "Names" (rowid, "Name", "About") SELECT "RowId", new."Name", new."#" FROM "NameRows" WHERE "Id" = new."Id";
        END;
        CREATE TRIGGER "Name_@Changed" AFTER UPDATE OF "Name", "#" ON "@" WHEN old."Name" <> new."Name" OR old."#" IS NOT new."#" BEGIN
          INSERT OR REPLACE INTO "Names" (rowid, "Name", "About") SELECT "RowId", new."Name", new."#" FROM "NameRows" WHERE "Id" = new."Id";
        END;
        CREATE TRIGGER "Name_@Gone" AFTER DELETE ON "@" BEGIN
          DELETE FROM "Names" WHERE rowid = (SELECT "RowId" FROM "NameRows" WHERE "Id" = old."Id");
          DELETE FROM "NameRows" WHERE "Id" = old."Id";
        END;
        """;

    /// <summary>What was there before the index.</summary>
    public const string Fill = $"""
        INSERT INTO "TextRows"
          {Numbered} FROM (
            SELECT "Id", "Id" AS "PostId", "SpaceId", "At", "RemovedAt" IS NOT NULL FROM "Posts"
            UNION ALL SELECT "Id", "PostId", "SpaceId", "At", "RemovedAt" IS NOT NULL FROM "Comments") t;
        INSERT INTO "Texts" (rowid, "Title", "Body") SELECT r."RowId", p."Title", p."Markdown" FROM "TextRows" r JOIN "Posts" p ON p."Id" = r."Id";
        INSERT INTO "Texts" (rowid, "Title", "Body") SELECT r."RowId", NULL, c."Markdown" FROM "TextRows" r JOIN "Comments" c ON c."Id" = r."Id";
        INSERT INTO "NameRows" ("Id") SELECT "Id" FROM "People" UNION ALL SELECT "Id" FROM "Spaces";
        INSERT INTO "Names" (rowid, "Name", "About") SELECT r."RowId", p."Name", p."Title" FROM "NameRows" r JOIN "People" p ON p."Id" = r."Id";
        INSERT INTO "Names" (rowid, "Name", "About") SELECT r."RowId", s."Name", s."Description" FROM "NameRows" r JOIN "Spaces" s ON s."Id" = r."Id";
        """;

    // CROSS JOIN keeps the planner from leaving the index's order: it must walk the matches from the newest and stop.
    private const string Matches = """
        FROM "Texts" CROSS JOIN "TextRows" r ON r."RowId" = "Texts".rowid CROSS JOIN "Posts" p ON p."Id" = r."PostId"
        WHERE "Texts" MATCH {0} AND NOT r."Removed" AND p."RemovedAt" IS NULL
        """;

    public const string Newest = $"""SELECT r."Id", r."At" {Matches}""";

    public const string Scored = $"""SELECT r."Id", r."At", bm25("Texts", 4.0, 1.0) AS score, r."RowId" {Matches}""";

    public const string NamesLike = """
        SELECT r."Id", 0 AS "At" FROM "Names" JOIN "NameRows" r ON r."RowId" = "Names".rowid WHERE "Names" MATCH {0}
        """;
}
