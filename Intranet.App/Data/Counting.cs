using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Intranet.App.Data;

/// <summary>Many rows at once, by hand-written SQL that both databases understand. Used where a million rows must pass; everything else is plain EF.</summary>
internal static class Counting
{
    /// <summary>Rows a statement. PostgreSQL saves round trips; SQLite has none to save, and looks every parameter up by name among all of them.</summary>
    private static int RowsPerStatement(IntranetDb db) => db is SqliteIntranetDb ? 1 : 200;

    /// <summary>Adds the counts to the row with the same key, or makes it. The key's values come first in each row.</summary>
    public static Task Add(this IntranetDb db, string table, string[] key, string[] counts, IEnumerable<object?[]> rows)
    {
        var added = string.Join(", ", counts.Select(c => $"\"{c}\" = \"{table}\".\"{c}\" + excluded.\"{c}\""));
        return Insert(db, table, [.. key, .. counts], $"ON CONFLICT ({Quoted(key)}) DO UPDATE SET {added}", rows);
    }

    /// <summary>Writes imported acts into the ledger and passes over those that are there already. Returns how many were new.</summary>
    public static async Task<int> InsertActs(this IntranetDb db, string[] columns, IEnumerable<object?[]> rows)
    {
        await db.LockLedger();
        return await Insert(db, "Activities", columns, "ON CONFLICT DO NOTHING", rows);
    }

    /// <summary>Inserts rows and passes over those that are there already. Returns how many were new.</summary>
    public static async Task<int> Insert(this IntranetDb db, string table, string[] columns, string ending, IEnumerable<object?[]> rows)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            var changed = 0;
            var wide = RowsPerStatement(db);
            DbCommand? full = null;
            foreach (var chunk in rows.Chunk(wide))
            {
                var command =
                    chunk.Length == wide
                        ? full ??= Command(db, table, columns, ending, chunk.Length)
                        : Command(db, table, columns, ending, chunk.Length);
                Bind(db, command, chunk, columns.Length);
                changed += await command.ExecuteNonQueryAsync();
                if (command != full)
                    await command.DisposeAsync();
            }
            if (full is not null)
                await full.DisposeAsync();
            return changed;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static DbCommand Command(IntranetDb db, string table, string[] columns, string ending, int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var places = Enumerable
            .Range(0, rows)
            .Select(r => $"({string.Join(',', Enumerable.Range(0, columns.Length).Select(c => $"@p{r * columns.Length + c}"))})");
        command.CommandText = $"INSERT INTO \"{table}\" ({Quoted(columns)}) VALUES {string.Join(',', places)} {ending}";
        for (var i = 0; i < rows * columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static void Bind(IntranetDb db, DbCommand command, object?[][] rows, int width)
    {
        var embedded = db is SqliteIntranetDb;
        for (var r = 0; r < rows.Length; r++)
        for (var c = 0; c < width; c++)
            command.Parameters[r * width + c].Value = Stored(rows[r][c], embedded);
    }

    /// <summary>The value as this database stores it; see the converters of the two contexts.</summary>
    internal static object Stored(object? value, bool embedded) =>
        value switch
        {
            null => DBNull.Value,
            Guid id when embedded => id.ToByteArray(true),
            DateTimeOffset at when embedded => at.UtcTicks,
            DateTimeOffset at => at.ToUniversalTime(),
            _ => value,
        };

    private static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));
}
