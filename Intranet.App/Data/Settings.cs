namespace Intranet.App.Data;

/// <summary>
/// Reads settings past EF: the first page after a start needs some, and making EF's model takes longer than the page. A setting belongs to
/// nobody, so no rule of sight is passed over.
/// </summary>
public sealed class Settings(Databases databases)
{
    /// <summary>The value of the setting; null when there is none.</summary>
    public async Task<string?> Read(string name)
    {
        await using var connection = databases.Connect();
        await connection.OpenAsync();
        await using var command = connection.Command("""SELECT "Value" FROM "Settings" WHERE "Name" = @name""");
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@name", name);
        command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync() as string;
    }
}
