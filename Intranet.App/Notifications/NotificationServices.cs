namespace Intranet.App.Notifications;

internal static class NotificationServices
{
    public static void AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<Notifier>();
        services.AddSingleton<News>();
        services.AddSingleton<Desk>();
    }
}
