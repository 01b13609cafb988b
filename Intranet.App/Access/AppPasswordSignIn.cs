using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Intranet.App.Shared;
using Intranet.Domain.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Intranet.App.Access;

/// <summary>Lets programs in that send email and app password with every request (RFC 7617), where nobody can listen: over https, or on this very machine.</summary>
internal sealed class AppPasswordSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    AppPasswords passwords,
    Throttle throttle
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    private const string Basic = "Basic";
    private const int LongestSent = 2000;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(2);
    private TimeSpan? _wait;

    private bool Unheard =>
        Request.IsHttps
        || (Context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Unheard || Sent() is not var (email, password))
            return AuthenticateResult.NoResult();
        var from = Throttle.AddressOf(Context);
        // A program sends many requests at once and all with the same password, so only wrong ones are counted.
        var here = $"app {email.ToUpperInvariant()} {from}";
        if ((_wait = throttle.Wait(here, from)) is not null)
            return AuthenticateResult.NoResult();
        if (await passwords.Bearer(email, password) is not { } person)
        {
            // One that was withdrawn is sent again and again by its program; that guesses nothing, and must not shut out the others.
            if (throttle.FirstTime($"{here} {EntryLink.HashOf(password)}", Remembered))
                throttle.Take((here, Throttle.FreeTries), (from, Throttle.FreeTriesPerAddress));
            return AuthenticateResult.Fail("Email or app password is not right.");
        }
        throttle.Clear(here);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.ToString())], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!Unheard)
            await Say(
                StatusCodes.Status403Forbidden,
                "Documents are opened over https only, so that nobody reads the password on its way."
            );
        else if (_wait is { } wait)
        {
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Say(StatusCodes.Status429TooManyRequests, Throttle.Words(wait));
        }
        else
        {
            Response.Headers.WWWAuthenticate = "Basic realm=\"Documents\", charset=\"UTF-8\"";
            await Say(
                StatusCodes.Status401Unauthorized,
                "Sign in with your email and an app password. You make one under Sign-in and security."
            );
        }
    }

    private Task Say(int status, string sentence) => Results.Text(sentence, statusCode: status).ExecuteAsync(Context);

    private (string Email, string Password)? Sent()
    {
        if (
            !AuthenticationHeaderValue.TryParse(Request.Headers.Authorization.ToString(), out var header)
            || !string.Equals(header.Scheme, Basic, StringComparison.OrdinalIgnoreCase)
            || header.Parameter is not { Length: <= LongestSent } sent
        )
            return null;
        var bytes = new byte[LongestSent];
        if (!Convert.TryFromBase64String(sent, bytes, out var length))
            return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':');
        return colon is > 0 and <= Person.EmailLimit ? (pair[..colon], pair[(colon + 1)..]) : null;
    }
}
