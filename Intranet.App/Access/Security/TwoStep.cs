using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.Domain.Access;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace Intranet.App.Access.Security;

/// <summary>Turning the second step on and off; either needs the password again.</summary>
internal sealed class TwoStep(UserManager<Account> users, Proof proof, Throttle throttle, Settings settings)
{
    private const int Codes = 10;

    public async Task<State> Look(Me me)
    {
        var account = await proof.Account(me);
        if (account.TwoFactorEnabled)
            return new State(true, await users.CountRecoveryCodesAsync(account), "", "");
        var key = await users.GetAuthenticatorKeyAsync(account);
        if (string.IsNullOrEmpty(key))
        {
            await users.ResetAuthenticatorKeyAsync(account);
            key = await users.GetAuthenticatorKeyAsync(account);
        }
        var issuer = await settings.Read(Setting.Organisation);
        return new State(
            false,
            0,
            string.Join(' ', key!.Chunk(4).Select(four => new string(four))).ToLowerInvariant(),
            Draw(issuer ?? "Intranet", me.Email, key!)
        );
    }

    public async Task<IReadOnlyList<string>?> TurnOn(Me me, string? password, string? code)
    {
        var account = await proof.Of(me, password);
        var plain = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (throttle.Take(($"two-step {me.Id}", Throttle.FreeTries)) is { } wait)
            throw new Refusal(Throttle.Words(wait));
        if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, plain))
            throw new Refusal("That code is not right. Codes change every 30 seconds; check that the phone's clock is right.");
        throttle.Clear($"two-step {me.Id}");
        await users.SetTwoFactorEnabledAsync(account, true);
        return await Fresh(account);
    }

    public async Task<IReadOnlyList<string>?> NewCodes(Me me, string? password) => await Fresh(await proof.Of(me, password));

    public async Task<IReadOnlyList<string>?> TurnOff(Me me, string? password)
    {
        var account = await proof.Of(me, password);
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        return null;
    }

    private async Task<IReadOnlyList<string>?> Fresh(Account account) =>
        [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes) ?? []];

    private static string Draw(string issuer, string email, string key)
    {
        var name = Uri.EscapeDataString(issuer);
        var address = $"otpauth://totp/{name}:{Uri.EscapeDataString(email)}?secret={key}&issuer={name}&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(picture.GetGraphic(4)));
    }

    /// <summary>Whether it is on; if not, the key to take over, in letters and as a picture.</summary>
    public sealed record State(bool On, int CodesLeft, string Key, string Picture);
}
