using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
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
    public async Task A_code_from_an_app_is_asked_for_once_it_is_on_and_a_recovery_code_works_once()
    {
        await Start();
        var page = await SignedIn();
        await page.GotoAsync($"{Address}/account");
        await Examine(page, "account");
        var key = (await page.Locator(".settings span.code").TextContentAsync())!.Replace(" ", "").ToUpperInvariant();
        await page.GetByLabel("Code from the app").FillAsync("000000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not right");
        await page.GetByLabel("Code from the app").FillAsync(Totp(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();
        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        await Examine(page, "recovery-codes");
        var recovery = (await page.Locator(".codes li").First.TextContentAsync())!;

        var other = await Open($"{Address}/sign-in");
        await SignIn(other, Founder, Password);
        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("One more step");
        await Examine(other, "code");
        await other.GetByLabel("Code from the app").FillAsync("123456");
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("not right");
        await other.GetByLabel("Code from the app").FillAsync(Totp(key));
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Arrive(other, $"{Address}/");

        // The journey runs within the life of one code, which has been used by now.
        var again = await Open($"{Address}/sign-in", new() { JavaScriptEnabled = false });
        await SignIn(again, Founder, Password);
        await again.GetByLabel("Code from the app").FillAsync("123456");
        await again.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(again.GetByRole(AriaRole.Alert)).ToContainTextAsync("entered before");

        foreach (var works in new[] { true, false })
        {
            var lost = await Open($"{Address}/sign-in", new() { JavaScriptEnabled = false });
            await SignIn(lost, Founder, Password);
            await lost.GetByRole(AriaRole.Link, new() { Name = "Use a recovery code" }).ClickAsync();
            await lost.GetByLabel("Recovery code").FillAsync(recovery);
            await lost.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
            Assert.Equal(works, !lost.Url.Contains("/sign-in"));
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
    public async Task A_passkey_is_added_named_used_to_sign_in_and_removed()
    {
        await Start();
        var page = await SignedIn();
        var cdp = await page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("WebAuthn.enable");
        await cdp.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new JsonObject
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        await page.GotoAsync($"{Address}/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        var name = page.GetByLabel("Name of this passkey");
        await Assertions.Expect(name).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Chrome on Linux"));
        await name.FillAsync("My laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Assertions.Expect(name).ToHaveValueAsync("My laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();

        // The passkey is offered in the email field, and the virtual device accepts at once.
        await Arrive(page, $"{Address}/");

        await page.GotoAsync($"{Address}/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(name).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("That passkey is not known here")).ToBeVisibleAsync();
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

    /// <summary>RFC 6238 with the key as the page shows it.</summary>
    private static string Totp(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(key, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000");
    }
}
