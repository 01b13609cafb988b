using System.Net;
using Intranet.Domain.Access;
using Microsoft.AspNetCore.HttpOverrides;

namespace Intranet.App.Access;

/// <summary>Which machines in front of us may say where a visitor comes from: INTRANET_PROXIES, addresses or networks separated by commas. Nobody else is believed.</summary>
internal static class Proxies
{
    public const string Variable = "INTRANET_PROXIES";
    private static readonly PathString Health = "/healthz";

    /// <summary>Before anything else, also before the framework's own look at `AllowedHosts`: whoever came through a proxy asked for the name that the proxy passes on.</summary>
    public static void AddProxies(this WebApplicationBuilder builder) =>
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new First(Believed(builder.Configuration[Variable] ?? ""))));

    private static ForwardedHeadersOptions? Believed(string named)
    {
        if (string.IsNullOrWhiteSpace(named))
            return null;
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
                throw new Refusal($"{Variable} names {entry}, which is neither an address nor a network such as 10.0.0.0/8.");
        return options;
    }

    private sealed class First(ForwardedHeadersOptions? believed) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                if (believed is not null)
                    app.UseForwardedHeaders(believed);
                // Without a name no address of a page can be made; only old probes ask so.
                app.MapWhen(http => !http.Request.Host.HasValue && http.Request.Path != Health, nameless => nameless.Run(Nameless));
                // Whoever asks whether it is well asks by whatever name or number is at hand, and gets no link.
                app.MapWhen(http => http.Request.Path == Health, well => well.Run(Well));
                next(app);
            };

        private static Task Nameless(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        private static Task Well(HttpContext http)
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.ContentType = "text/plain";
            return http.Response.WriteAsync("ok");
        }
    }
}
