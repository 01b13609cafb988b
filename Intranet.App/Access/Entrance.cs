using Intranet.App.Shared;
using Microsoft.AspNetCore.Identity;

namespace Intranet.App.Access;

/// <summary>Signing in with email and password, then with a code: the same answer after the same time, whether an account exists or not.</summary>
internal sealed class Entrance(Door door, UserManager<Account> users, Accounts accounts, Throttle throttle, IHttpContextAccessor http)
{
    /// <summary>An app's code is taken for a minute and a half, to forgive clocks that differ.</summary>
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(3);

    private const string NotRight = "Email or password is not right.";

    public async Task<Step> WithPassword(string? email, string? password)
    {
        var address = (email ?? "").Trim();
        address = address.Length <= Domain.People.Person.EmailLimit ? address.ToUpperInvariant() : "";
        var from = Throttle.AddressOf(http.HttpContext);
        // Counted for this account from here, so that nobody elsewhere can keep its owner out; and for the account from anywhere, with
        // more patience, so that many addresses together cannot guess on.
        var (here, anywhere) = ($"account {address} {from}", $"account {address}");
        if (
            throttle.Take((here, Throttle.FreeTries), (anywhere, Throttle.FreeTriesPerAccount), (from, Throttle.FreeTriesPerAddress)) is
            { } wait
        )
            return new Step(Throttle.Words(wait));
        var account = await users.FindByEmailAsync(address);
        if (!accounts.Fits(account, password))
            return new Step(NotRight);
        var entered = await door.Enter(account!);
        if (!entered.Succeeded && !entered.RequiresTwoFactor)
            return new Step(NotRight);
        throttle.Clear(here);
        throttle.Clear(anywhere);
        throttle.Return(from);
        return new Step(null, entered.RequiresTwoFactor);
    }

    public async Task<Step> WithPasskey(string credential)
    {
        var from = Throttle.AddressOf(http.HttpContext);
        if (throttle.Take((from, Throttle.FreeTriesPerAddress)) is { } wait)
            return new Step(Throttle.Words(wait));
        var entered = await door.PasskeySignInAsync(credential);
        if (!entered.Succeeded)
            return new Step("That passkey is not known here. Sign in with your password.");
        throttle.Return(from);
        return new Step(null);
    }

    public async Task<Step> WithCode(string? code, bool recovery)
    {
        var account = await door.GetTwoFactorAuthenticationUserAsync();
        if (account is null)
            return new Step("That took too long. Enter your email and password again.");
        var key = $"code {account.Id}";
        if (throttle.Take((key, Throttle.FreeTries)) is { } wait)
            return new Step(Throttle.Words(wait));
        var plain = string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c) && (recovery || c != '-')));
        if (!recovery && !throttle.FirstTime($"said {account.Id} {plain}", CodeLife))
            return new Step("That code was entered before. Wait for the next one.");
        var entered = recovery
            ? await door.TwoFactorRecoveryCodeSignInAsync(plain.ToUpperInvariant())
            : await door.TwoFactorAuthenticatorSignInAsync(plain, isPersistent: true, rememberClient: false);
        if (!entered.Succeeded)
            return new Step(
                recovery ? "That recovery code is not right, or was used before." : "That code is not right. Codes change every 30 seconds."
            );
        throttle.Clear(key);
        return new Step(null);
    }

    /// <summary>How far signing in has come: refused with a sentence, or in, or asked for a code.</summary>
    public sealed record Step(string? Refused, bool NeedsCode = false);
}
