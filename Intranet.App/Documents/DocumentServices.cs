using Intranet.App.Documents.Approving;
using Intranet.App.Documents.Comparing;
using Intranet.App.Documents.Content;
using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Dav;
using Intranet.App.Documents.Downloading;
using Intranet.App.Documents.Keeping;
using Intranet.App.Documents.Order;
using Intranet.App.Documents.Reading;
using Intranet.App.Documents.Screens;
using Intranet.App.Documents.Sharing;
using Intranet.App.Documents.Talk;
using Intranet.App.Documents.Unpacking;
using Intranet.App.Documents.Uploading;
using Intranet.App.Documents.Wiki;

namespace Intranet.App.Documents;

internal static class DocumentServices
{
    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddContent();
        services.AddDav();
        services.AddWiki();
        services.AddSingleton<Folders>();
        services.AddSingleton<Tree.FolderTrees>();
        services.AddSingleton<AllDocuments>();
        services.AddSingleton<Papers>();
        services.AddSingleton<Stars>();
        services.AddSingleton<Watches>();
        services.AddSingleton<Remarks>();
        services.AddSingleton<Approvals>();
        services.AddSingleton<Links>();
        services.AddSingleton<Outside>();
        services.AddSingleton<Pass>();
        services.AddSingleton<Allowances>();
        services.AddSingleton<Receiving>();
        services.AddSingleton<Readers>();
        services.AddSingleton<Comparisons>();
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
        services.AddSingleton<Purge>();
        services.AddSingleton<Room>();
        services.AddSingleton<Keepings>();
        services.AddSingleton<Expiring>();
        services.AddSingleton<Keeper>();
        services.AddHostedService(s => s.GetRequiredService<Keeper>());
        services.AddSingleton<UploadSweep>();
        services.AddHostedService(s => s.GetRequiredService<UploadSweep>());
        services.AddSingleton<StraySweep>();
        services.AddHostedService(s => s.GetRequiredService<StraySweep>());
        services.AddSingleton<Librarian>();
        services.AddHostedService(s => s.GetRequiredService<Librarian>());
    }

    public static void MapDocuments(this WebApplication app)
    {
        app.MapUploads();
        app.MapDownloads();
        app.MapBundles();
        app.MapOutside();
        app.MapHandIn();
        app.MapReceived();
        app.MapPreviews();
        app.MapDav();
    }
}
