namespace Intranet.App.Data;

/// <summary>The words of documents in SQLite: their names, tags and comments at once, what they say when it was read. Kept by triggers like the words of texts.</summary>
internal static class DocumentWordsSqlite
{
    private const string Index = """
        INSERT OR REPLACE INTO "DocumentWords" (rowid, "Title", "Body")
          SELECT r."RowId", n."Name", coalesce(t."Text", '') || ' ' || n."TagLine" || coalesce(
            (SELECT ' ' || group_concat(k."Text", ' ') FROM "Remarks" k WHERE k."NodeId" = n."Id" AND k."RemovedAt" IS NULL), '')
          FROM "DocumentRows" r JOIN "Nodes" n ON n."Id" = r."Id" LEFT JOIN "DocumentTexts" t ON t."NodeId" = r."Id"
        """;

    private const string Forget = """
        DELETE FROM "DocumentWords" WHERE rowid = (SELECT "RowId" FROM "DocumentRows" WHERE "Id" = old."Id");
          DELETE FROM "DocumentRows" WHERE "Id" = old."Id";
        """;

    /// <summary>Row numbers follow the time of the last reading, because the index gives its matches in their order for nothing.</summary>
    private const string ToTheTop = """
        DELETE FROM "DocumentWords" WHERE rowid = (SELECT "RowId" FROM "DocumentRows" WHERE "Id" = new."NodeId");
          UPDATE "DocumentRows" SET "RowId" = (SELECT max("RowId") + 1 FROM "DocumentRows") WHERE "Id" = new."NodeId";
        """;

    public const string Create = $"""
        CREATE TABLE "DocumentRows" ("RowId" INTEGER PRIMARY KEY, "Id" BLOB NOT NULL UNIQUE, "SpaceId" BLOB NOT NULL, "Removed" INTEGER NOT NULL);
        CREATE VIRTUAL TABLE "DocumentWords" USING fts5("Title", "Body", content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

        CREATE TRIGGER "Document_Added" AFTER INSERT ON "Nodes" WHEN new."Kind" = 1 BEGIN
          INSERT INTO "DocumentRows" ("Id", "SpaceId", "Removed") VALUES (new."Id", new."SpaceId", new."RemovedAt" IS NOT NULL);
          {Index} WHERE r."Id" = new."Id";
        END;
        CREATE TRIGGER "Document_Renamed" AFTER UPDATE OF "Name", "TagLine" ON "Nodes" WHEN new."Kind" = 1 AND (old."Name" <> new."Name" OR old."TagLine" <> new."TagLine") BEGIN
          {Index} WHERE r."Id" = new."Id";
        END;
        CREATE TRIGGER "Document_Removed" AFTER UPDATE OF "RemovedAt" ON "Nodes" WHEN new."Kind" = 1 BEGIN
          UPDATE "DocumentRows" SET "Removed" = new."RemovedAt" IS NOT NULL WHERE "Id" = new."Id";
        END;
        CREATE TRIGGER "Document_Gone" AFTER DELETE ON "Nodes" WHEN old."Kind" = 1 BEGIN
          {Forget}
        END;
        CREATE TRIGGER "Document_Discussed" AFTER INSERT ON "Remarks" BEGIN
          {Index} WHERE r."Id" = new."NodeId";
        END;
        CREATE TRIGGER "Document_DiscussedAgain" AFTER UPDATE OF "Text", "RemovedAt" ON "Remarks" BEGIN
          {Index} WHERE r."Id" = new."NodeId";
        END;
        CREATE TRIGGER "Document_Read" AFTER INSERT ON "DocumentTexts" BEGIN
          {ToTheTop}
          {Index} WHERE r."Id" = new."NodeId";
        END;
        CREATE TRIGGER "Document_ReadAgain" AFTER UPDATE OF "Text" ON "DocumentTexts" BEGIN
          {ToTheTop}
          {Index} WHERE r."Id" = new."NodeId";
        END;
        """;

    /// <summary>What was there before the index.</summary>
    public const string Fill = $"""
        INSERT INTO "DocumentRows" ("Id", "SpaceId", "Removed")
          SELECT "Id", "SpaceId", "RemovedAt" IS NOT NULL FROM "Nodes" WHERE "Kind" = 1 ORDER BY "ChangedAt", "Id";
        {Index};
        """;

    // CROSS JOIN keeps the planner in the index's order: it walks the matches from the newest and stops.
    public const string Newest = """
        SELECT r."Id", n."ChangedAt" AS "At"
        FROM "DocumentWords" CROSS JOIN "DocumentRows" r ON r."RowId" = "DocumentWords".rowid CROSS JOIN "Nodes" n ON n."Id" = r."Id"
        WHERE "DocumentWords" MATCH {0} AND NOT r."Removed"
        """;
}
