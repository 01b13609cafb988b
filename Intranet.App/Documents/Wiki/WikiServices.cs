namespace Intranet.App.Documents.Wiki;

internal static class WikiServices
{
    public static void AddWiki(this IServiceCollection services)
    {
        services.AddSingleton<PageTexts>();
        services.AddSingleton<PageTemplates>();
        services.AddSingleton<PageLinks>();
        services.AddSingleton<PageDrafts>();
        services.AddSingleton<PageViews>();
        services.AddSingleton<Pages>();
        services.AddSingleton<Writers>();
        services.AddSingleton<Care>();
        services.AddSingleton<ReviewSweep>();
        services.AddHostedService(s => s.GetRequiredService<ReviewSweep>());
    }
}
