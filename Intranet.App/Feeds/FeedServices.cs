namespace Intranet.App.Feeds;

internal static class FeedServices
{
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton<Posts>();
    }
}
