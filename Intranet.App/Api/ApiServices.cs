using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.SignalR;

namespace Intranet.App.Api;

/// <summary>The doors for programs.</summary>
internal static class ApiServices
{
    public const string Hub = "/hubs/live";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<Followers>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.SchemeName, null);
        services.AddSignalR(hubs => hubs.AddFilter<HubRefusals>()).AddMessagePackProtocol();
        services.AddLogging(logs => logs.AddFilter(HubRefusals.Dispatcher, LogLevel.None));
    }

    public static void MapApi(this WebApplication app) =>
        app.MapHub<LiveHub>(Hub, options => options.CloseOnAuthenticationExpiration = true);
}
