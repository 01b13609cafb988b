using Intranet.App.Live;
using Intranet.App.Shared.Text;

namespace Intranet.App.Feeds;

internal static class FeedServices
{
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton<Presence>();
        services.AddSingleton<Companions>();
        services.AddSingleton<Mentioning>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<Texts>();
        services.AddSingleton<Posts>();
        services.AddSingleton<Corrections>();
        services.AddSingleton<Comments>();
        services.AddSingleton<Reactions>();
        services.AddSingleton<Keepsakes>();
        services.AddSingleton<FeedPages>();
        services.AddSingleton<OpenQuestions>();
        services.AddSingleton<Choices>();
        services.AddSingleton<Beginnings>();
        services.AddSingleton<FeedActs>();
        services.AddSingleton<SeenMarks>();
        services.AddHostedService(s => s.GetRequiredService<SeenMarks>());
        services.AddSingleton<FeedWire>();
        services.AddSingleton<Renewal>();
        services.AddSingleton<RenewalRun>();
        services.AddHostedService(s => s.GetRequiredService<RenewalRun>());
        services.AddSingleton<Imports.ReplayImport>();
    }
}
