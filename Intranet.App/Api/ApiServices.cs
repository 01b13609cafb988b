using Microsoft.AspNetCore.Authentication;

namespace Intranet.App.Api;

/// <summary>The doors for programs.</summary>
internal static class ApiServices
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<Followers>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.SchemeName, null);
        services.AddSignalR().AddMessagePackProtocol();
    }

    public static void MapApi(this WebApplication app) =>
        app.MapHub<LiveHub>("/hubs/live", options => options.CloseOnAuthenticationExpiration = true);
}
