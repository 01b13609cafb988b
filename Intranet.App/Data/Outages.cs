using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Intranet.App.Data;

/// <summary>Tells a database that is away, shut or damaged, which is the operator's to mend, from a bug in what it was asked.</summary>
public static class Outages
{
    /// <summary>What to tell the operator; null when it is no outage.</summary>
    public static string? Sentence(Exception? failure) =>
        failure switch
        {
            null => null,
            SqliteException e => Embedded(e),
            PostgresException e => Refused(e),
            NpgsqlException e =>
                $"PostgreSQL does not answer: {Stop(e.InnerException?.Message ?? e.Message)} Is it running, and is INTRANET_POSTGRES right?",
            // EF Core wraps what a database said, and sometimes twice.
            InvalidOperationException or DbException or Microsoft.EntityFrameworkCore.DbUpdateException => Sentence(failure.InnerException),
            _ => null,
        };

    private static string? Embedded(SqliteException e) =>
        e.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT =>
                "The file intranet.db in the data folder is damaged, or is no database. Restore a backup.",
            SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH =>
                "The file intranet.db in the data folder cannot be opened for writing. Does it belong to the user the intranet runs as?",
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
                "Another program keeps the database busy. Try again when it has finished.",
            SQLitePCL.raw.SQLITE_FULL => "The disk is full: the database cannot be written.",
            SQLitePCL.raw.SQLITE_IOERR => $"The disk fails under the database: {Stop(e.Message)}",
            _ => null,
        };

    /// <summary>By the class of the SQLSTATE: connection, sign-in, database name, resources, the operator's intervention, the system.</summary>
    private static string? Refused(PostgresException e) =>
        e.SqlState[..2] is "08" or "28" or "3D" or "53" or "57" or "58" || e.SqlState == PostgresErrorCodes.InsufficientPrivilege
            ? $"PostgreSQL refuses: {Stop(e.MessageText)}"
            : null;

    private static string Stop(string said) => $"{said.TrimEnd('.')}.";
}
