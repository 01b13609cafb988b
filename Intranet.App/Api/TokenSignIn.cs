using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Intranet.App.Api;

/// <summary>Signs programs in by `Authorization: Bearer …`; a browser's WebSocket, which cannot send headers, passes the token as `access_token`, on hubs only.</summary>
internal sealed class TokenSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    AccessTokens tokens
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "Token";

    /// <summary>Which token opened the connection, so that it ends with it.</summary>
    public const string TokenClaim = "token";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Sent() is not { } token)
            return AuthenticateResult.NoResult();
        if (await tokens.Owner(token) is not { } owner)
            return AuthenticateResult.Fail("The token is not valid.");
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, owner.Person.Id.ToString()),
                new Claim(ClaimTypes.Name, owner.Person.Name),
                new Claim(TokenClaim, owner.TokenId.ToString()),
            ],
            SchemeName
        );
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    private string? Sent()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return header[Bearer.Length..].Trim();
        return Request.Path.StartsWithSegments("/hubs") ? Request.Query["access_token"].FirstOrDefault() : null;
    }
}
