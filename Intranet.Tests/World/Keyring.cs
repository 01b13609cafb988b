using System.Security.Claims;
using Intranet.App.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Intranet.Tests.World;

/// <summary>Signs people of a served office in without the way through the form.</summary>
internal static class Keyring
{
    public const string CookieName = "intranet";

    /// <summary>The cookie the person's browser would hold after signing in.</summary>
    public static async Task<string> Cookie(this Office office, Guid person)
    {
        var session = await office.Get<Sessions>().Begin(person, "Test", "127.0.0.1");
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, person.ToString()), new(Sessions.Claim, session.ToString())],
            IdentityConstants.ApplicationScheme
        );
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity), IdentityConstants.ApplicationScheme);
        var cookies = office.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        return cookies.TicketDataFormat.Protect(ticket);
    }

    /// <summary>A browser without scripts that holds this cookie, or none.</summary>
    public static HttpClient Browser(this Office office, string? cookie)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(office.Address),
        };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (cookie is not null)
            client.DefaultRequestHeaders.Add("Cookie", $"{CookieName}={cookie}");
        return client;
    }
}
