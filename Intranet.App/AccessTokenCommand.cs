using System.CommandLine;
using Intranet.App.Api;
using Intranet.App.Data;
using Intranet.App.People;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App;

/// <summary>`person access-token`</summary>
internal static class AccessTokenCommand
{
    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var email = new Argument<string>("email") { Description = "The address of the person the program acts as." };
        var name = new Option<string>("--name") { Description = "What the token is for.", Required = true };
        var days = new Option<int>("--days") { Description = "How many days it is valid, 1 to 366.", DefaultValueFactory = _ => 90 };
        var json = CommandLine.Json();
        var command = new Command("access-token", "Make a token by which a program acts as a person.") { email, name, days, json };
        command.SetAction(
            async (line, stop) =>
            {
                await using var services = await product(line, stop);
                var address = Person.Canonical(line.GetRequiredValue(email));
                var person = await services
                    .GetRequiredService<Store>()
                    .Write(Viewer.Nobody, work => Staffing.Everybody(work).SingleOrDefaultAsync(p => p.Email == address, stop), stop);
                if (person is not { Active: true })
                    throw new Refusal($"Nobody who may sign in has the address {address}.");
                var token = await services
                    .GetRequiredService<AccessTokens>()
                    .Make(new Viewer(person.Id), line.GetRequiredValue(name), line.GetValue(days));
                if (line.GetValue(json))
                    CommandLine.PrintJson(new { person.Email, token });
                else
                    Console.WriteLine(token);
                return 0;
            }
        );
        return command;
    }
}
