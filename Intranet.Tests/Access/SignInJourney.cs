using System.Net;
using Microsoft.Playwright;

namespace Intranet.Tests.Access;

public sealed class SignInJourney : AccessJourney
{
    [Fact]
    public async Task Signing_in_and_out_works_without_a_script_and_answers_uniformly()
    {
        await Start();
        var page = await Open($"{Address}/people?x=1", new() { JavaScriptEnabled = false });
        Assert.Contains("/sign-in?", page.Url);
        await Assertions.Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync("Nordwind Energy");
        await SignIn(page, Founder, "not the right password");
        var known = await page.GetByRole(AriaRole.Alert).TextContentAsync();
        await SignIn(page, "nobody@nordwind.example", "not the right password");
        Assert.Equal(known, await page.GetByRole(AriaRole.Alert).TextContentAsync());

        await SignIn(page, Founder, Password);

        Assert.Equal($"{Address}/people?x=1", page.Url);
        await page.GotoAsync($"{Address}/account");
        await page.GetByLabel("Current password").FillAsync(Password);
        await page.GetByLabel("New password").FillAsync(Password + " two");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your password is changed")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        Assert.EndsWith("/sign-in", page.Url);
        await page.GotoAsync($"{Address}/account");
        Assert.Contains("/sign-in?", page.Url);
        await SignIn(page, Founder, Password + " two");
        Assert.EndsWith("/account", page.Url);
    }

    [Fact]
    public async Task The_sixth_try_waits_for_known_and_unknown_accounts_alike()
    {
        await Start();
        foreach (var email in new[] { Founder, "nobody@nordwind.example" })
        {
            var page = await Open($"{Address}/sign-in", new() { JavaScriptEnabled = false });
            for (var i = 0; i < 5; i++)
            {
                await SignIn(page, email, "not the right password");
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not right");
            }
            await SignIn(page, email, Password);
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Too many tries");
        }
    }

    [Fact]
    public async Task Who_signs_out_leaves_no_draft_in_the_browser()
    {
        await Start();
        var page = await SignedIn();
        await page.GotoAsync($"{Address}/account");
        await page.EvaluateAsync("() => localStorage.setItem('intranet.draft.here', 'half a thought')");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();

        await Arrive(page, $"{Address}/sign-in");
        Assert.Equal(0, await page.EvaluateAsync<int>("() => localStorage.length"));
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_and_other_origins_get_no_circuit()
    {
        await Start();
        using var client = Client();
        foreach (var path in new[] { "/sign-in", "/", "/nowhere", "/api/passkeys/known", "/set-password/0000" })
        {
            var answer = await client.GetAsync(Address + path);
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.True(answer.Headers.CacheControl?.NoStore, path);
        }
        var foreign = new HttpRequestMessage(HttpMethod.Post, $"{Address}/_blazor/negotiate?negotiateVersion=1");
        foreign.Headers.Add("Origin", "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(foreign)).StatusCode);
        var own = new HttpRequestMessage(HttpMethod.Post, $"{Address}/_blazor/negotiate?negotiateVersion=1");
        own.Headers.Add("Origin", Address);
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(own)).StatusCode);
    }

    [Fact]
    public async Task After_signing_in_nobody_is_led_to_another_site()
    {
        await Start();
        var page = await Open($"{Address}/sign-in?to=%2F%2Fevil.example%2F", new() { JavaScriptEnabled = false });
        await SignIn(page, Founder, Password);
        Assert.Equal($"{Address}/", page.Url);
    }
}
