using System.Net;
using Microsoft.Playwright;

namespace Intranet.Tests.Access;

public sealed class FirstStartJourney : AccessJourney
{
    [Fact]
    public async Task A_newcomer_sets_up_the_organisation_and_lands_at_home()
    {
        await StartProcess(setUp: false);
        var page = await Open($"{Address}/people");
        await Arrive(page, "**/welcome");
        await Examine(page, "welcome");
        await page.GetByRole(AriaRole.Link, new() { Name = "Set up", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Organisation" }).FillAsync("Nordwind Energy");
        await page.GetByLabel("Your name").FillAsync("Ingrid Solheim");
        await page.GetByLabel("Email").FillAsync(Founder);
        await page.GetByLabel("Password").FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the intranet" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("needs 12 characters");
        await Examine(page, "set-up");
        Assert.Equal("Nordwind Energy", await page.GetByRole(AriaRole.Textbox, new() { Name = "Organisation" }).InputValueAsync());

        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the intranet" }).ClickAsync();

        await Arrive(page, $"{Address}/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.GotoAsync($"{Address}/welcome/set-up");
        Assert.Equal($"{Address}/", page.Url);
        await page.GotoAsync($"{Address}/admin/people");
        await Assertions.Expect(page.GetByText(Founder)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task From_another_machine_both_ways_need_the_code_of_the_console()
    {
        await StartProcess(setUp: false);
        using var stranger = Client();
        stranger.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Contains("Code from the console", await stranger.GetStringAsync($"{Address}/welcome/set-up"));
        Assert.Contains("Code from the console", await stranger.GetStringAsync($"{Address}/welcome"));
        var code = Process.Output.Split("Set-up code")[1].Trim().Split(' ')[0];

        Assert.Contains("That is not the code", await Claim(stranger, "AAAAA-AAAAA"));
        Assert.Contains("That is not the code", await Claim(stranger, ""));
        using var spoofed = Client();
        spoofed.DefaultRequestHeaders.Host = "intranet.example";
        Assert.Contains("That is not the code", await Claim(spoofed, null));
        for (var i = 0; i < 2; i++)
            await Claim(stranger, "AAAAA-AAAAA");
        Assert.Contains("Too many tries", await Claim(stranger, code));
        await Task.Delay(5500);
        Assert.Equal("", await Claim(stranger, code.ToLowerInvariant()));
    }

    [Fact]
    public async Task Two_who_set_up_at_once_make_one_intranet()
    {
        await StartProcess(setUp: false);
        using var one = Client();
        using var two = Client();

        var answers = await Task.WhenAll(Claim(one, null, "one@nordwind.example"), Claim(two, null, "two@nordwind.example"));

        Assert.Single(answers, "");
        Assert.Single(answers, a => a.Contains("has been set up already"));
    }

    /// <summary>Fills the four fields; empty when it led on, otherwise the page that came back.</summary>
    private async Task<string> Claim(HttpClient client, string? code, string email = Founder)
    {
        var page = await client.GetStringAsync($"{Address}/welcome/set-up");
        var answer = await client.PostAsync(
            $"{Address}/welcome/set-up",
            new FormUrlEncodedContent(
                new Dictionary<string, string?>
                {
                    ["_handler"] = "set-up",
                    ["__RequestVerificationToken"] = page.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0],
                    ["Entry.Organisation"] = "Nordwind Energy",
                    ["Entry.Name"] = "Ingrid Solheim",
                    ["Entry.Email"] = email,
                    ["Entry.Password"] = Password,
                    ["Entry.Code"] = code,
                }
            )
        );
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther ? "" : await answer.Content.ReadAsStringAsync();
    }
}
