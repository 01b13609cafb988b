using System.CommandLine;
using Intranet.App.Data;
using Intranet.App.Shared;

namespace Intranet.App;

/// <summary>Brings the database to this version's shape; `serve` does the same when it starts.</summary>
internal static class Migrate
{
    public static Command Command()
    {
        var command = new Command("migrate", "Bring the database to this version's shape.");
        command.SetAction(
            async (line, stop) =>
            {
                await new Databases(line.Installation().Prepare(), TimeProvider.System).Migrate(stop);
                Console.WriteLine("The database is up to date.");
                return 0;
            }
        );
        return command;
    }
}
