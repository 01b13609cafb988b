using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Intranet.App.Access;

/// <summary>Which machines in front of us may say where a visitor comes from: INTRANET_PROXIES, addresses or networks separated by commas. Nobody else is believed.</summary>
internal static class Proxies
{
    public const string Variable = "INTRANET_PROXIES";

    public static void UseProxies(this WebApplication app)
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(named))
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var entry in named.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (System.Net.IPNetwork.TryParse(entry, out var network))
                options.KnownIPNetworks.Add(network);
            else if (IPAddress.TryParse(entry, out var address))
                options.KnownProxies.Add(address);
            else
                throw new InvalidOperationException(
                    $"{Variable} names {entry}, which is neither an address nor a network such as 10.0.0.0/8."
                );
        app.UseForwardedHeaders(options);
    }
}
