using Intranet.App.Documents.Content;
using Intranet.App.Documents.Dav;
using Intranet.App.Documents.Order;
using Intranet.App.Documents.Unpacking;
using Intranet.App.Shared.Blobs;

namespace Intranet.App.Documents;

internal static class DocumentServices
{
    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddContent();
        services.AddDav();
        services.AddSingleton<Incoming>();
        services.AddSingleton<Folders>();
        services.AddSingleton<AllDocuments>();
        services.AddSingleton<Papers>();
        services.AddSingleton<Stars>();
        services.AddSingleton<Bundles>();
        services.AddSingleton<Versions>();
        services.AddSingleton<Arriving>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<Downloads>();
        services.AddSingleton<Copies>();
        services.AddSingleton<Details>();
        services.AddSingleton<Columns>();
        services.AddSingleton<Views>();
        services.AddSingleton<Orders>();
        services.AddSingleton<Archives>();
        services.AddSingleton<Looks>();
        services.AddSingleton<DocumentActs>();
        services.AddSingleton<UploadSweep>();
        services.AddHostedService(s => s.GetRequiredService<UploadSweep>());
        services.AddSingleton<Librarian>();
        services.AddHostedService(s => s.GetRequiredService<Librarian>());
    }

    public static void MapDocuments(this WebApplication app)
    {
        app.MapUploads();
        app.MapDownloads();
        app.MapBundles();
        app.MapPreviews();
        app.MapDav();
    }
}
