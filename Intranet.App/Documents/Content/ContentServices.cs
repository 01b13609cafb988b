using Intranet.App.Documents.Content.Previews;

namespace Intranet.App.Documents.Content;

/// <summary>The services that understand what is in documents.</summary>
public static class ContentServices
{
    public static void AddContent(this IServiceCollection services)
    {
        services.AddSingleton(new ReadingLimits());
        services.AddSingleton(s => new ReadingRoom(s.GetRequiredService<ReadingLimits>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new PreviewFolder(s.GetRequiredService<Installation>().Previews));
        services.AddSingleton(s => new OfficePrinter(
            s.GetRequiredService<PreviewFolder>(),
            OfficePrinter.Installed,
            TimeSpan.FromSeconds(60)
        ));
        services.AddSingleton(new PageDrawer(PageDrawer.Installed, TimeSpan.FromSeconds(20)));
        services.AddSingleton<FirstPages>();
        services.AddSingleton<DrawnPictures>();
        services.AddSingleton<Previewing>();
        services.AddSingleton<Previews.Previews>();
    }
}
