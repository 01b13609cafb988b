using System.Data.Common;
using System.Globalization;

namespace Intranet.App.Data;

/// <summary>Questions and statements past EF, for what a start needs before there is a model.</summary>
internal static class PlainSql
{
    public static async Task<long> Number(this DbConnection connection, string sql, CancellationToken stop, DbTransaction? within = null)
    {
        await using var command = connection.Command(sql, within);
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
    }

    public static async Task Run(this DbConnection connection, string sql, CancellationToken stop, DbTransaction? within = null)
    {
        await using var command = connection.Command(sql, within);
        await command.ExecuteNonQueryAsync(stop);
    }

    public static DbCommand Command(this DbConnection connection, string sql, DbTransaction? within = null)
    {
        var command = connection.CreateCommand();
        command.Transaction = within;
        command.CommandText = sql;
        return command;
    }
}
