using System.Net;
using System.Security.Cryptography;
using System.Text;
using Intranet.App.Access;
using Intranet.App.Shared;
using Intranet.Domain.Access;

namespace Intranet.App.Admin.Start;

/// <summary>The code on the console that proves, from another machine, that one may claim this intranet.</summary>
public sealed class SetUpCode(Throttle throttle)
{
    /// <summary>New with every start.</summary>
    public string Code { get; } = SpokenCode.New();

    /// <summary>
    /// Not from a browser on this machine that asked for this machine. A proxy's visitors are elsewhere, and so is a page that points its own
    /// name here; a proxy that says nothing of its visitors is known by its old protocol, or by being named in the settings.
    /// </summary>
    public static bool Needed(HttpContext http)
    {
        var request = http.Request;
        var here =
            http.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address)
            && (request.Host.Host is "localhost" || (IPAddress.TryParse(request.Host.Host, out var host) && IPAddress.IsLoopback(host)))
            && request.Protocol != "HTTP/1.0"
            && string.IsNullOrWhiteSpace(http.RequestServices.GetRequiredService<IConfiguration>()[Proxies.Variable])
            && !request.Headers.Keys.Any(name =>
                name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
                || name.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
                || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
                || name.Equals("Via", StringComparison.OrdinalIgnoreCase)
            );
        return !here;
    }

    /// <summary>Refuses a wrong code, and after a few tries slows down the address that guesses; the code itself is too long for many addresses to guess it.</summary>
    public void Check(HttpContext http, string? given)
    {
        if (!Needed(http))
            return;
        var key = $"set-up code {Throttle.AddressOf(http)}";
        if (throttle.Take((key, Throttle.FreeTries)) is { } wait)
            throw new Refusal(Throttle.Words(wait));
        var (entered, right) = (SpokenCode.Plain(given), SpokenCode.Plain(Code));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(entered), Encoding.UTF8.GetBytes(right)))
            throw new Refusal("That is not the code. It stands on the console where the intranet was started.");
        throttle.Clear(key);
    }
}
