namespace Intranet.App.Admin.Demo;

internal static class DemoServices
{
    public static void AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<DemoLoader>();
        services.AddSingleton<DemoRemoval>();
    }
}
