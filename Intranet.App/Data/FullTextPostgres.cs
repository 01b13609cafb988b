namespace Intranet.App.Data;

/// <summary>The full text in PostgreSQL: side tables with a GIN index, kept by triggers, so that every way of writing reaches them.</summary>
internal static class FullTextPostgres
{
    public static string Exists(string table) =>
        $"SELECT count(*)::int FROM pg_tables WHERE tablename = '{table}' AND schemaname = current_schema()";

    /// <summary>Words as they are, without a language's endings. Accents are folded where the server has the extension for it and the role may create it.</summary>
    public const string Configuration = """
        SELECT pg_advisory_xact_lock(1964002);
        DO $do$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_ts_config WHERE cfgname = 'intranet' AND cfgnamespace = current_schema()::regnamespace) THEN
            CREATE TEXT SEARCH CONFIGURATION intranet (COPY = simple);
            BEGIN
              CREATE EXTENSION IF NOT EXISTS unaccent;
              ALTER TEXT SEARCH CONFIGURATION intranet ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword,
                hword_asciipart, hword_part, hword_numpart WITH unaccent, simple;
            EXCEPTION WHEN OTHERS THEN
              RAISE NOTICE 'Without the extension unaccent a search does not fold accents: %', SQLERRM;
            END;
          END IF;
        END $do$;
        """;

    // Signs are taken out before the words are: the parser would keep addresses and file names as one word each.
    public const string Create = """
        CREATE FUNCTION text_words(title text, body text) RETURNS tsvector LANGUAGE sql STABLE AS $fn$
          SELECT setweight(to_tsvector('intranet', translate(coalesce(title, ''), $s$./\@:;,_-+*#%&=?!'"()[]{}<>|~^$`$s$, repeat(' ', 40))), 'A')
              || setweight(to_tsvector('intranet', translate(coalesce(body, ''), $s$./\@:;,_-+*#%&=?!'"()[]{}<>|~^$`$s$, repeat(' ', 40))), 'D') $fn$;

        CREATE TABLE "TextRows" ("Id" uuid PRIMARY KEY, "PostId" uuid NOT NULL, "SpaceId" uuid NOT NULL, "At" timestamptz NOT NULL, "Removed" boolean NOT NULL, "Words" tsvector NOT NULL);
        CREATE INDEX "IX_TextRows_Words" ON "TextRows" USING gin ("Words");
        CREATE INDEX "IX_TextRows_At" ON "TextRows" ("At" DESC, "Id" DESC);
        CREATE TABLE "NameRows" ("Id" uuid PRIMARY KEY, "Words" tsvector NOT NULL);
        CREATE INDEX "IX_NameRows_Words" ON "NameRows" USING gin ("Words");

        CREATE FUNCTION text_post() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN
          INSERT INTO "TextRows" VALUES (NEW."Id", NEW."Id", NEW."SpaceId", NEW."At", NEW."RemovedAt" IS NOT NULL, text_words(NEW."Title", NEW."Markdown"))
          ON CONFLICT ("Id") DO UPDATE SET "Removed" = excluded."Removed", "Words" = excluded."Words";
          RETURN NULL; END $fn$;
        CREATE FUNCTION text_comment() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN
          INSERT INTO "TextRows" VALUES (NEW."Id", NEW."PostId", NEW."SpaceId", NEW."At", NEW."RemovedAt" IS NOT NULL, text_words(NULL, NEW."Markdown"))
          ON CONFLICT ("Id") DO UPDATE SET "Removed" = excluded."Removed", "Words" = excluded."Words";
          RETURN NULL; END $fn$;
        CREATE FUNCTION text_gone() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN
          DELETE FROM "TextRows" WHERE "Id" = OLD."Id"; RETURN NULL; END $fn$;
        CREATE FUNCTION name_person() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN
          INSERT INTO "NameRows" VALUES (NEW."Id", text_words(NEW."Name", NEW."Title")) ON CONFLICT ("Id") DO UPDATE SET "Words" = excluded."Words";
          RETURN NULL; END $fn$;
        CREATE FUNCTION name_space() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN
          INSERT INTO "NameRows" VALUES (NEW."Id", text_words(NEW."Name", NEW."Description")) ON CONFLICT ("Id") DO UPDATE SET "Words" = excluded."Words";
          RETURN NULL; END $fn$;
        CREATE FUNCTION name_gone() RETURNS trigger LANGUAGE plpgsql AS $fn$ BEGIN
          DELETE FROM "NameRows" WHERE "Id" = OLD."Id"; RETURN NULL; END $fn$;

        CREATE TRIGGER text_kept AFTER INSERT OR UPDATE OF "Title", "Markdown", "RemovedAt" ON "Posts" FOR EACH ROW EXECUTE FUNCTION text_post();
        CREATE TRIGGER text_kept AFTER INSERT OR UPDATE OF "Markdown", "RemovedAt" ON "Comments" FOR EACH ROW EXECUTE FUNCTION text_comment();
        CREATE TRIGGER text_gone AFTER DELETE ON "Posts" FOR EACH ROW EXECUTE FUNCTION text_gone();
        CREATE TRIGGER text_gone AFTER DELETE ON "Comments" FOR EACH ROW EXECUTE FUNCTION text_gone();
        CREATE TRIGGER name_kept AFTER INSERT OR UPDATE OF "Name", "Title" ON "People" FOR EACH ROW EXECUTE FUNCTION name_person();
        CREATE TRIGGER name_kept AFTER INSERT OR UPDATE OF "Name", "Description" ON "Spaces" FOR EACH ROW EXECUTE FUNCTION name_space();
        CREATE TRIGGER name_gone AFTER DELETE ON "People" FOR EACH ROW EXECUTE FUNCTION name_gone();
        CREATE TRIGGER name_gone AFTER DELETE ON "Spaces" FOR EACH ROW EXECUTE FUNCTION name_gone();
        """;

    /// <summary>What was there before the index.</summary>
    public const string Fill = """
        INSERT INTO "TextRows" SELECT "Id", "Id", "SpaceId", "At", "RemovedAt" IS NOT NULL, text_words("Title", "Markdown") FROM "Posts";
        INSERT INTO "TextRows" SELECT "Id", "PostId", "SpaceId", "At", "RemovedAt" IS NOT NULL, text_words(NULL, "Markdown") FROM "Comments";
        INSERT INTO "NameRows" SELECT "Id", text_words("Name", "Title") FROM "People";
        INSERT INTO "NameRows" SELECT "Id", text_words("Name", "Description") FROM "Spaces";
        """;

    private const string Matches = """
        FROM "TextRows" r JOIN "Posts" p ON p."Id" = r."PostId"
        WHERE r."Words" @@ to_tsquery('intranet', {0}) AND NOT r."Removed" AND p."RemovedAt" IS NULL
        """;

    public const string Newest = $"""SELECT r."Id", r."At" {Matches}""";

    public const string Scored = $$"""SELECT r."Id", r."At", -ts_rank(r."Words", to_tsquery('intranet', {0})) AS score {{Matches}}""";

    public const string NamesLike = """
        SELECT r."Id", now() AS "At" FROM "NameRows" r WHERE r."Words" @@ to_tsquery('intranet', {0})
        """;
}
