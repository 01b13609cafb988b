using System.Diagnostics;
using Intranet.App.People;
using Intranet.Domain.People;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using Microsoft.Playwright;

namespace Intranet.Tests.Access;

/// <summary>Screens left open while the right to them ends.</summary>
public sealed class RevocationJourney : AccessJourney
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Signing_out_there_takes_the_open_screen_there_within_a_second()
    {
        await Start();
        var there = await OpenScreen("/people");
        var here = await SignedIn();
        await here.GotoAsync($"{Address}/account");

        await here.GetByRole(AriaRole.Button, new() { Name = "Sign out there" }).First.ClickAsync();

        await FallsSilent(there);
        await here.ReloadAsync();
        Assert.EndsWith("/account", here.Url);
    }

    [Fact]
    public async Task Deactivation_by_a_command_in_another_process_takes_open_screens_and_cookies()
    {
        await Start();
        await AddPerson("jonas@nordwind.example", "Jonas Lindqvist");
        var page = await OpenScreen("/people", "jonas@nordwind.example");

        var (exit, output) = await AppProcess.Run("person", "deactivate", "jonas@nordwind.example", "--data", Data);

        Assert.True(exit == 0, output);
        await FallsSilent(page);
        await SignIn(page, "jonas@nordwind.example", Password);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Email or password is not right");
        Assert.Equal(1, (await AppProcess.Run("person", "deactivate", Founder, "--data", Data)).Exit);
        Assert.Equal(2, (await AppProcess.Run("person", "deactivate", "--data", Data)).Exit);
    }

    [Fact]
    public async Task Demotion_closes_the_open_administration_within_a_second()
    {
        await Start();
        await AddPerson("jonas@nordwind.example", "Jonas Lindqvist", Duties.Admin);
        var page = await OpenScreen("/admin/people", "jonas@nordwind.example");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Accounts" })).ToBeVisibleAsync();
        await Examine(page, "accounts");
        var admin = await OpenScreen("/admin/people");
        await admin.GetByLabel("Change Jonas Lindqvist").ClickAsync();
        await Examine(admin, "account-change");
        await admin.GetByLabel("Administrator").UncheckAsync();

        await admin.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        var watch = Stopwatch.StartNew();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Accounts" })).ToHaveCountAsync(0);
        Assert.True(watch.Elapsed < Bound, $"It took {watch.Elapsed}.");
        Expect("404");
        var answer = await page.GotoAsync($"{Address}/admin/people");
        Assert.Equal(404, answer!.Status);
        var nowhere = await page.GotoAsync($"{Address}/nowhere");
        Assert.Equal(404, nowhere!.Status);
    }

    [Fact]
    public async Task Who_leads_a_team_no_more_sees_its_open_figures_go_within_a_second()
    {
        await Start();
        await AddPerson("jonas@nordwind.example", "Jonas Lindqvist");
        var (admin, team) = await Beside.Write(async work =>
        {
            var lead = await Beside.Person(work, "jonas@nordwind.example");
            var led = new Team(Guid.CreateVersion7(work.Now), "Field service", null, lead.Id);
            work.Db.Teams.Add(led);
            return ((await Beside.Person(work, Founder)).Eyes(), led.Id);
        });
        var page = await OpenScreen("/adoption", "jonas@nordwind.example");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        var title = await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();

        await Beside.Get<Teams>().Change(admin, team, "Field service", null, null);

        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 }))
            .ToHaveCountAsync(0, new() { Timeout = (float)Bound.TotalMilliseconds });
    }

    private async Task<IPage> OpenScreen(string path, string email = Founder)
    {
        var page = await SignedIn(email);
        await Visit(page, Address + path);
        return page;
    }

    private async Task FallsSilent(IPage page)
    {
        var watch = Stopwatch.StartNew();
        // Asked for again and again: the browser's own waiting missed a change that came while it began.
        while (!page.Url.Contains("/sign-in", StringComparison.Ordinal) && watch.Elapsed < Bound)
            await Task.Delay(20);
        Assert.True(page.Url.Contains("/sign-in", StringComparison.Ordinal), $"The screen stayed at {page.Url} for {watch.Elapsed}.");
    }
}
