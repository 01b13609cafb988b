namespace Intranet.App.Data;

/// <summary>The words of documents in PostgreSQL: their names, tags and comments at once, what they say when it was read. Kept by triggers like the words of texts.</summary>
internal static class DocumentWordsPostgres
{
    // A word list holds a megabyte; a text of very many different words is cut until it fits.
    public const string Create = """
        CREATE FUNCTION document_words(name text, body text) RETURNS tsvector LANGUAGE plpgsql STABLE AS $fn$ BEGIN
          RETURN text_words(name, body);
        EXCEPTION WHEN program_limit_exceeded THEN
          RETURN text_words(name, left(body, 150000)); END $fn$;

        CREATE FUNCTION document_said(document uuid) RETURNS text LANGUAGE sql STABLE AS $fn$
          SELECT string_agg("Text", ' ') FROM "Remarks" WHERE "NodeId" = document AND "RemovedAt" IS NULL $fn$;

        CREATE TABLE "DocumentRows" ("Id" uuid PRIMARY KEY, "SpaceId" uuid NOT NULL, "At" timestamptz NOT NULL, "Removed" boolean NOT NULL, "Words" tsvector NOT NULL);
        CREATE INDEX "IX_DocumentRows_Words" ON "DocumentRows" USING gin ("Words");
        CREATE INDEX "IX_DocumentRows_At" ON "DocumentRows" ("At" DESC, "Id" DESC);

        CREATE FUNCTION document_named() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN
          INSERT INTO "DocumentRows" VALUES (NEW."Id", NEW."SpaceId", NEW."ChangedAt", NEW."RemovedAt" IS NOT NULL,
            document_words(NEW."Name", concat_ws(' ', NEW."TagLine", document_said(NEW."Id"), (SELECT "Text" FROM "DocumentTexts" WHERE "NodeId" = NEW."Id"))))
          ON CONFLICT ("Id") DO UPDATE SET "Words" = excluded."Words";
          RETURN NULL; END $fn$;
        CREATE FUNCTION document_removed() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN
          UPDATE "DocumentRows" SET "Removed" = NEW."RemovedAt" IS NOT NULL WHERE "Id" = NEW."Id"; RETURN NULL; END $fn$;
        CREATE FUNCTION document_gone() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN
          DELETE FROM "DocumentRows" WHERE "Id" = OLD."Id"; RETURN NULL; END $fn$;
        CREATE FUNCTION document_read() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN
          UPDATE "DocumentRows" r SET "At" = n."ChangedAt", "Words" = document_words(n."Name", concat_ws(' ', n."TagLine", document_said(n."Id"), NEW."Text"))
          FROM "Nodes" n WHERE n."Id" = NEW."NodeId" AND r."Id" = n."Id";
          RETURN NULL; END $fn$;

        CREATE FUNCTION document_discussed() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN
          UPDATE "DocumentRows" r SET "Words" = document_words(n."Name", concat_ws(' ', n."TagLine", document_said(n."Id"), t."Text"))
          FROM "Nodes" n LEFT JOIN "DocumentTexts" t ON t."NodeId" = n."Id" WHERE n."Id" = NEW."NodeId" AND r."Id" = n."Id";
          RETURN NULL; END $fn$;

        CREATE TRIGGER document_added AFTER INSERT ON "Nodes" FOR EACH ROW WHEN (NEW."Kind" = 1) EXECUTE FUNCTION document_named();
        CREATE TRIGGER document_renamed AFTER UPDATE OF "Name", "TagLine" ON "Nodes" FOR EACH ROW WHEN (NEW."Kind" = 1 AND (OLD."Name" <> NEW."Name" OR OLD."TagLine" <> NEW."TagLine")) EXECUTE FUNCTION document_named();
        CREATE TRIGGER document_removed AFTER UPDATE OF "RemovedAt" ON "Nodes" FOR EACH ROW WHEN (NEW."Kind" = 1) EXECUTE FUNCTION document_removed();
        CREATE TRIGGER document_gone AFTER DELETE ON "Nodes" FOR EACH ROW EXECUTE FUNCTION document_gone();
        CREATE TRIGGER document_discussed AFTER INSERT OR UPDATE OF "Text", "RemovedAt" ON "Remarks" FOR EACH ROW EXECUTE FUNCTION document_discussed();
        CREATE TRIGGER document_read AFTER INSERT OR UPDATE OF "Text" ON "DocumentTexts" FOR EACH ROW EXECUTE FUNCTION document_read();
        """;

    /// <summary>What was there before the index.</summary>
    public const string Fill = """
        INSERT INTO "DocumentRows"
          SELECT n."Id", n."SpaceId", n."ChangedAt", n."RemovedAt" IS NOT NULL, document_words(n."Name", concat_ws(' ', n."TagLine", document_said(n."Id"), t."Text"))
          FROM "Nodes" n LEFT JOIN "DocumentTexts" t ON t."NodeId" = n."Id" WHERE n."Kind" = 1;
        """;

    public const string Newest = """
        SELECT r."Id", r."At" FROM "DocumentRows" r WHERE r."Words" @@ to_tsquery('intranet', {0}) AND NOT r."Removed"
        """;
}
