using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Intranet.Tests.Access;
using Intranet.Tests.Servers;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Playwright;
using Cookie = System.Net.Cookie;

namespace Intranet.Tests.Api;

public sealed class TokenJourney : AccessJourney
{
    [Fact]
    public async Task A_token_is_made_shown_once_used_and_withdrawn()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        await Start();
        var page = await SignedIn();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Visit(page, $"{Address}/me/tokens");
        await page.GetByLabel("Name").FillAsync("Wall board");
        await page.GetByLabel("Valid for").SelectOptionAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a token" }).ClickAsync();

        var shown = page.GetByLabel("The token “Wall board”");
        await Assertions.Expect(shown).ToBeVisibleAsync();
        var secret = await shown.InputValueAsync();
        await Assertions.Expect(page.GetByLabel("Address of the live hub")).ToHaveValueAsync($"{Address}/hubs/live");
        await page.Locator(".notice").GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Copied.")).ToBeVisibleAsync();
        Assert.Equal(secret, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Examine(page, "token");
        Assert.Equal(HttpStatusCode.OK, await Knock(secret));

        await Visit(page, $"{Address}/me/tokens");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Withdraw Wall board" })).ToHaveCountAsync(1);
        Assert.DoesNotContain(secret, await page.ContentAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw Wall board" }).ClickAsync();
        await Assertions.Expect(page.GetByText("No program acts as you.")).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await Knock(secret));
    }

    [Fact]
    public async Task A_browsers_cookie_opens_the_hub_and_signing_out_there_ends_the_connection()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        await Start();
        var there = await SignedIn();
        var cookies = new CookieContainer();
        foreach (var cookie in await there.Context.CookiesAsync())
            cookies.Add(new Uri(Address), new Cookie(cookie.Name, cookie.Value));
        var closed = new TaskCompletionSource();
        await using var hub = new HubConnectionBuilder().WithUrl($"{Address}/hubs/live", options => options.Cookies = cookies).Build();
        hub.Closed += _ => Task.FromResult(closed.TrySetResult());
        await hub.StartAsync();
        await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync("Follow", Guid.NewGuid()));

        var here = await SignedIn();
        await here.GotoAsync($"{Address}/account");
        await here.GetByRole(AriaRole.Button, new() { Name = "Sign out there" }).ClickAsync();

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_script_gets_a_token_by_the_command_line()
    {
        await Start();

        var (exit, output) = await AppProcess.Run(
            "person",
            "access-token",
            Founder,
            "--name",
            "bot",
            "--days",
            "2",
            "--json",
            "--data",
            Data
        );

        Assert.True(exit == 0, output);
        using var made = JsonDocument.Parse(output);
        Assert.Equal("bot", made.RootElement.GetProperty("name").GetString());
        Assert.InRange(
            made.RootElement.GetProperty("expiresAt").GetDateTimeOffset() - TimeProvider.System.GetUtcNow(),
            TimeSpan.FromDays(1.9),
            TimeSpan.FromDays(2)
        );
        Assert.Equal(HttpStatusCode.OK, await Knock(made.RootElement.GetProperty("token").GetString()!));
        Assert.Equal(1, (await AppProcess.Run("person", "access-token", "nobody@nordwind.example", "--name", "bot", "--data", Data)).Exit);
        Assert.Equal(1, (await AppProcess.Run("person", "access-token", Founder, "--name", "bot", "--days", "9999", "--data", Data)).Exit);
        Assert.Equal(2, (await AppProcess.Run("person", "access-token", Founder, "--data", Data)).Exit);
        Assert.Equal(HttpStatusCode.Unauthorized, await Knock("itk_unknown"));

        var (_, told) = await AppProcess.Run("person", "app-password", Founder, "--data", Data);
        // What it says beside the password goes another way and may be here first.
        var password = told.Split('\n').Select(line => line.Trim()).Single(line => line.Length > 0 && !line.Contains(' '));
        using var desktop = Client();
        var pair = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Founder}:{password}"));
        desktop.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", pair);
        Assert.Equal(HttpStatusCode.OK, (await desktop.GetAsync($"{Address}/dav/")).StatusCode);
    }

    /// <summary>What the hub answers to the bearer of a token.</summary>
    private async Task<HttpStatusCode> Knock(string token)
    {
        using var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.PostAsync($"{Address}/hubs/live/negotiate?negotiateVersion=1", null);
        return answer.StatusCode;
    }
}
