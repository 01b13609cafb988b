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
    private static readonly Argument<string> Email = new("email") { Description = "The person's email address." };

    public static Command Make(
        Func<ParseResult, CancellationToken, Task<ServiceProvider>> product,
        Func<ParseResult, CancellationToken, Task<ServiceProvider>> existing
    ) => new("person", "Add people, deactivate them, set passwords.") { Add(product), Deactivate(existing), SetPassword(existing) };

    private static Command Add(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
    {
        var name = new Option<string>("--name") { Description = "The person's name.", Required = true };
        var guest = new Option<bool>("--guest") { Description = "A guest, who sees only the spaces they are let into." };
        var admin = new Option<bool>("--admin") { Description = "Looks after people, teams and settings." };
        var analyst = new Option<bool>("--analyst") { Description = "Sees adoption figures of the whole organisation." };
        var council = new Option<bool>("--works-council") { Description = "Sees who asked for which adoption figures." };
        var team = new Option<string?>("--team") { Description = "The name of an existing team." };
        var title = new Option<string?>("--title") { Description = "What the person does." };
        var link = new Option<bool>("--link")
        {
            Description = "Set no password; print a link by which the person sets one, valid for seven days.",
        };
        var json = CommandLine.Json();
        var command = new Command("add", "Add a person.")
        {
            Email,
            name,
            guest,
            admin,
            analyst,
            council,
            team,
            title,
            PasswordInput.File,
            link,
            json,
        };
        command.SetAction(
            async (line, stop) =>
            {
                var password = line.GetValue(link) ? null : await PasswordInput.Read(line, stop);
                await using var services = await product(line, stop);
                var accounts = services.GetRequiredService<Accounts>();
                var duties =
                    (line.GetValue(admin) ? Duties.Admin : 0)
                    | (line.GetValue(analyst) ? Duties.Analyst : 0)
                    | (line.GetValue(council) ? Duties.WorksCouncil : 0);
                var (person, secret) = await services
                    .GetRequiredService<Store>()
                    .Write(
                        Viewer.Nobody,
                        async work =>
                        {
                            var newcomer = new Newcomer(
                                line.GetRequiredValue(name),
                                line.GetRequiredValue(Email),
                                line.GetValue(guest) ? PersonKind.Guest : PersonKind.Employee,
                                duties,
                                await TeamNamed(work, line.GetValue(team)),
                                line.GetValue(title),
                                password
                            );
                            var added = await Staffing.Add(work, accounts, newcomer);
                            await work.Db.SaveChangesAsync(stop);
                            return (added, password is null ? await accounts.IssueLink(work, added) : null);
                        },
                        stop
                    );
                var path = secret is null ? null : $"/set-password/{secret}";
                if (line.GetValue(json))
                    CommandLine.PrintJson(
                        new
                        {
                            person.Id,
                            person.Name,
                            person.Email,
                            SetPassword = path,
                        }
                    );
                else
                    Console.WriteLine(
                        path is null
                            ? $"{person.Name} can sign in as {person.Email}."
                            : $"{person.Name} sets a password at {path}, within seven days."
                    );
                return 0;
            }
        );
        return command;
    }

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

    private static async Task<Guid?> TeamNamed(Work work, string? name)
    {
        if (name is null)
            return null;
        var teams = await Staffing.AnyTeam(work).Where(t => t.Name == name).Select(t => t.Id).Take(2).ToListAsync();
        return teams.Count switch
        {
            0 => throw new Refusal($"There is no team called {name}."),
            1 => teams[0],
            _ => throw new Refusal($"Several teams are called {name}. Add the person without a team and choose it on screen."),
        };
    }
}
