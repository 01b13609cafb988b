using System.CommandLine;
using Intranet.App.Access;

namespace Intranet.App;

/// <summary>`person app-password`: the password alone on standard output, so that a script can take it.</summary>
internal static class AppPasswordCommand
{
    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var email = new Argument<string>("email") { Description = "The address of the person whose documents are opened." };
        var name = new Option<string>("--name") { Description = "What it is for.", DefaultValueFactory = _ => "Made at the console" };
        var command = new Command(
            "app-password",
            "Make a password by which a program opens a person's documents at /dav; the person can withdraw it."
        )
        {
            email,
            name,
        };
        command.SetAction(
            async (line, stop) =>
            {
                await using var services = await product(line, stop);
                Console.WriteLine(
                    await services.GetRequiredService<AppPasswords>().MakeFor(line.GetRequiredValue(email), line.GetValue(name))
                );
                await Console.Error.WriteLineAsync("It is not shown again.");
                return 0;
            }
        );
        return command;
    }
}
