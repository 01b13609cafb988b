using Intranet.App.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Intranet.App.Access;

/// <summary>The one door every way of signing in goes through: password, passkey, code from an app, recovery code, demo.</summary>
internal sealed class Door(
    UserManager<Account> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation
) : SignInManager<Account>(users, http, claims, options, log, schemes, confirmation)
{
    /// <summary>Lets in whoever has just proved a password, or asks for the second step.</summary>
    public async Task<SignInResult> Enter(Account account) =>
        await PreSignInCheck(account) ?? await SignInOrTwoFactorAsync(account, isPersistent: true);

    /// <summary>Every way ends here, so that none can forget to ask whether the person may still come in.</summary>
    protected override async Task<SignInResult> SignInOrTwoFactorAsync(
        Account user,
        bool isPersistent,
        string? loginProvider = null,
        bool bypassTwoFactor = false
    ) =>
        await CanSignInAsync(user)
            ? await base.SignInOrTwoFactorAsync(user, isPersistent: true, loginProvider, bypassTwoFactor)
            : SignInResult.NotAllowed;

    /// <summary>Lets in somebody who has just set a password by a link or at first start.</summary>
    public async Task Admit(Guid personId)
    {
        var account = await UserManager.FindByIdAsync(personId.ToString());
        if (account is not null && await PreSignInCheck(account) is null)
            await SignInAsync(account, isPersistent: true);
    }
}

/// <summary>Only active people come in, by whatever way.</summary>
internal sealed class ActivePeopleOnly(Store store) : IUserConfirmation<Account>
{
    public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) =>
        store.Read(new Viewer(user.Id), db => db.People.AnyAsync(p => p.Id == user.Id && p.DeactivatedAt == null));
}
