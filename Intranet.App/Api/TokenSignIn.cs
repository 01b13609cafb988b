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
    private const string TokenClaim = "token";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Sent() is not { } token)
            return AuthenticateResult.NoResult();
        if (await tokens.Bearer(token) is not { } bearer)
            return AuthenticateResult.Fail("The token is not valid.");
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, bearer.PersonId.ToString()),
                new Claim(ClaimTypes.Name, bearer.Name),
                new Claim(TokenClaim, bearer.TokenId.ToString()),
            ],
            SchemeName
        );
        // A connection that outlives its token is closed when the token ends.
        var properties = new AuthenticationProperties { ExpiresUtc = bearer.ExpiresAt };
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, SchemeName));
    }

    /// <summary>The token somebody came in by; null for those with a session of a browser.</summary>
    public static Guid? Token(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(TokenClaim), out var id) ? id : null;

    private string? Sent()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return header[Bearer.Length..].Trim();
        return Request.Path.StartsWithSegments("/hubs") ? Request.Query["access_token"].FirstOrDefault() : null;
    }
}
