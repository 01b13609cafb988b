using Intranet.App.Shared;

namespace Intranet.App.Feeds;

internal static class FeedServices
{
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton<Persona>();
        services.AddSingleton<Posts>();
    }
}
