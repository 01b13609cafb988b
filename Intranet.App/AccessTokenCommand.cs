using System.CommandLine;
using Intranet.App.Api;
using Intranet.App.Shared;

namespace Intranet.App;

/// <summary>`person access-token`: the token alone on standard output, so that a script can take it.</summary>
internal static class AccessTokenCommand
{
    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var email = new Argument<string>("email") { Description = "The address of the person the program acts as." };
        var name = new Option<string>("--name") { Description = "What the token is for.", Required = true };
        var days = new Option<int>("--days")
        {
            Description = $"How many days it is valid, 1 to {AccessTokens.MostDays}.",
            DefaultValueFactory = _ => 90,
        };
        var json = CommandLine.Json();
        var command = new Command("access-token", "Make a token by which a program acts as a person; the person can withdraw it.")
        {
            email,
            name,
            days,
            json,
        };
        command.SetAction(
            async (line, stop) =>
            {
                await using var services = await product(line, stop);
                var made = await services
                    .GetRequiredService<AccessTokens>()
                    .MakeFor(line.GetRequiredValue(email), line.GetValue(name), line.GetValue(days));
                if (line.GetValue(json))
                {
                    CommandLine.PrintJson(
                        new
                        {
                            Token = made.Secret,
                            made.Name,
                            made.ExpiresAt,
                        }
                    );
                    return 0;
                }
                Console.WriteLine(made.Secret);
                await Console.Error.WriteLineAsync($"Valid until {made.ExpiresAt:yyyy-MM-dd HH:mm} UTC. It is not shown again.");
                return 0;
            }
        );
        return command;
    }
}
