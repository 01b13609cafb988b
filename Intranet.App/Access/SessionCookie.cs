using System.Security.Claims;
using Intranet.App.Data;
using Intranet.App.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Intranet.App.Access;

/// <summary>Ties the sign-in cookie to a session row, at every request: an ended session or a deactivated person is out at once.</summary>
internal sealed class SessionCookie(Sessions sessions) : CookieAuthenticationEvents
{
    public override async Task SigningIn(CookieSigningInContext context)
    {
        var user = context.Principal!;
        var http = context.HttpContext;
        var id = await sessions.Begin(
            Sessions.Person(user)!.Value,
            Device.Name(http.Request.Headers.UserAgent),
            http.Connection.RemoteIpAddress?.ToString()
        );
        ((ClaimsIdentity)user.Identity!).AddClaim(new Claim(Sessions.Claim, id.ToString()));
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await sessions.Holds(context.Principal!))
            return;
        context.RejectPrincipal();
        context.HttpContext.Response.Cookies.Delete(context.Options.Cookie.Name!);
    }

    /// <summary>A program that is sent to the sign-in page takes that page for its answer.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!context.Request.IsDoor() || context.Request.WantsPage())
            return base.RedirectToLogin(context);
        return Answers.Refused("Sign in first.", StatusCodes.Status401Unauthorized).ExecuteAsync(context.HttpContext);
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        var user = context.HttpContext.User;
        if (Sessions.Person(user) is { } person && Sessions.Id(user) is { } session)
            await sessions.End(new Viewer(person), session);
    }
}
