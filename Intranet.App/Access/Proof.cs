using Intranet.App.Shared;
using Intranet.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace Intranet.App.Access;

/// <summary>Asks for the password again before the ways in are changed: an unattended screen, or a session that was taken, is not enough.</summary>
internal sealed class Proof(UserManager<Account> users, Accounts accounts, Throttle throttle)
{
    public const string Label = "Password, to be sure it is you";

    /// <summary>The account of whoever proved to be its owner.</summary>
    public async Task<Account> Of(Me me, string? password)
    {
        var account = await Account(me);
        if (account.PasswordHash is null)
            throw new Refusal("You have no password yet, so nobody can be sure it is you. Ask an administrator for a link to set one.");
        var key = $"proof {me.Id}";
        if (throttle.Take((key, Throttle.FreeTries)) is { } wait)
            throw new Refusal(Throttle.Words(wait));
        if (!accounts.Fits(account, password))
            throw new Refusal("The password is not right.");
        throttle.Clear(key);
        return account;
    }

    public async Task<Account> Account(Me me) =>
        await users.FindByIdAsync(me.Id.ToString()) ?? throw new Refusal("You have no account to sign in with.");
}
