using System.CommandLine;
using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.People;

/// <summary>`person add`, `person deactivate`, `person set-password`: looking after people from the console, also while the intranet runs.</summary>
internal static class PersonCommand
{
    internal static readonly Argument<string> Email = new("email") { Description = "The person's email address." };

    public static Command Make(
        Func<ParseResult, CancellationToken, Task<ServiceProvider>> product,
        Func<ParseResult, CancellationToken, Task<ServiceProvider>> existing
    ) =>
        new("person", "Add people, deactivate them, set passwords.")
        {
            AddPersonCommand.Make(product),
            Deactivate(existing),
            SetPassword(existing),
        };

    private static Command Deactivate(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var json = CommandLine.Json();
        var command = new Command("deactivate", "End a person's access at once; what they wrote stays.") { Email, json };
        command.SetAction(
            async (line, stop) =>
            {
                await using var services = await product(line, stop);
                var person = await services
                    .GetRequiredService<Store>()
                    .Write(
                        Viewer.Nobody,
                        async work =>
                        {
                            var found = await Find(work, line.GetRequiredValue(Email));
                            await Staffing.Deactivate(work, found);
                            return found;
                        },
                        stop
                    );
                Told(line.GetValue(json), person, $"{person.Name} can no longer sign in. Open screens have fallen silent.");
                return 0;
            }
        );
        return command;
    }

    private static Command SetPassword(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var json = CommandLine.Json();
        var command = new Command("set-password", "Set a person's password; they are signed out everywhere.")
        {
            Email,
            PasswordInput.File,
            json,
        };
        command.SetAction(
            async (line, stop) =>
            {
                var password = await PasswordInput.Read(line, stop);
                await using var services = await product(line, stop);
                var accounts = services.GetRequiredService<Accounts>();
                var person = await services
                    .GetRequiredService<Store>()
                    .Write(
                        Viewer.Nobody,
                        async work =>
                        {
                            var found = await Find(work, line.GetRequiredValue(Email));
                            await accounts.SetPassword(work, found, password);
                            return found;
                        },
                        stop
                    );
                Told(line.GetValue(json), person, $"{person.Name} has a new password.");
                return 0;
            }
        );
        return command;
    }

    private static void Told(bool json, Person person, string sentence)
    {
        if (json)
            CommandLine.PrintJson(
                new
                {
                    person.Id,
                    person.Name,
                    person.Email,
                    person.Active,
                }
            );
        else
            Console.WriteLine(sentence);
    }

    private static async Task<Person> Find(Work work, string email)
    {
        var address = Person.Canonical(email);
        return await Staffing.Everybody(work).SingleOrDefaultAsync(p => p.Email == address)
            ?? throw new Refusal($"Nobody here has the address {address}.");
    }
}
