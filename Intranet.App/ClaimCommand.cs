using System.CommandLine;
using Intranet.App.Adoption;
using Intranet.App.People;
using Intranet.App.Shared;

namespace Intranet.App;

/// <summary>`person claim`</summary>
internal static class ClaimCommand
{
    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var standIn = new Argument<string>("author") { Description = "The author in the imported source, like \"forum:u17\"." };
        var email = new Argument<string>("email") { Description = "The address of the person who wrote as this author." };
        var json = CommandLine.Json();
        var command = new Command("claim", "Give what an imported author wrote to the person who wrote it.") { standIn, email, json };
        command.SetAction(
            async (line, stop) =>
            {
                await using var services = await product(line, stop);
                var merged = await services
                    .GetRequiredService<Placeholders>()
                    .Claim(line.GetRequiredValue(standIn), line.GetRequiredValue(email));
                if (merged)
                    await services.GetRequiredService<Rollup>().Rebuild(stop);
                if (line.GetValue(json))
                    CommandLine.PrintJson(new { merged });
                else
                    Console.WriteLine(
                        merged
                            ? "What the author wrote is theirs now, and the figures were counted anew."
                            : "The author has that address now. \"person set-password\" gives them a way in."
                    );
                return 0;
            }
        );
        return command;
    }
}
