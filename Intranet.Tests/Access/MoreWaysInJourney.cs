using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Intranet.Tests.Access;

/// <summary>Passkeys and the second step: nobody adds either to an account whose password they do not know.</summary>
public sealed class MoreWaysInJourney : AccessJourney
{
    [Fact]
    public async Task A_code_from_an_app_is_asked_for_once_it_is_on_and_a_recovery_code_works_once()
    {
        await Start();
        var page = await SignedIn();
        await page.GotoAsync($"{Address}/account");
        await Examine(page, "account");
        var key = (await page.Locator(".settings span.code").TextContentAsync())!.Replace(" ", "").ToUpperInvariant();
        await TurnOn("not the right password", Totp(key));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The password is not right.");
        await Assertions.Expect(page.Locator(".settings span.code")).ToHaveCountAsync(1);
        await TurnOn(Password, "000000");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That code is not right.");
        await TurnOn(Password, Totp(key));
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

        async Task TurnOn(string password, string code)
        {
            var panel = page.GetByRole(AriaRole.Region, new() { Name = "Code from an app" });
            await panel.GetByLabel("Password, to be sure it is you").FillAsync(password);
            await panel.GetByLabel("Code from the app").FillAsync(code);
            await panel.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();
        }
    }

    [Fact]
    public async Task A_passkey_is_added_named_used_to_sign_in_and_removed()
    {
        await Start();
        // How the browser reports that the password was refused before a passkey was made.
        Expect("status of 400");
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
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "Passkeys" });
        var name = page.GetByLabel("Name of this passkey");
        foreach (var (password, script) in new[] { ("not the right password", true), ("not the right password", false), (Password, true) })
        {
            await panel.GetByLabel("Password, to be sure it is you").FillAsync(password);
            // A session that was taken could also leave the script out and send the form itself.
            if (!script)
                await panel.Locator("[name=Credential]").EvaluateAsync("field => field.value = '{}'");
            await panel.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
            if (password == Password)
                break;
            await Assertions.Expect(panel.GetByRole(AriaRole.Alert).Last).ToContainTextAsync("The password is not right.");
            await Assertions.Expect(name).ToHaveCountAsync(0);
        }
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
