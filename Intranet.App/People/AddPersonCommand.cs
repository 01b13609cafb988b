using System.CommandLine;
using Intranet.App.Access;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.People;

/// <summary>`person add`</summary>
internal static class AddPersonCommand
{
    public static Command Make(Func<ParseResult, CancellationToken, Task<ServiceProvider>> product)
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
            PersonCommand.Email,
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
                                line.GetRequiredValue(PersonCommand.Email),
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
                if (await services.GetRequiredService<Settings>().Read(Setting.Organisation) is null)
                    await Console.Error.WriteLineAsync(
                        "Nobody has set up the intranet yet; until then every page leads to its welcome page."
                    );
                return 0;
            }
        );
        return command;
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
