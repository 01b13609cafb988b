using Intranet.App.Access;
using Intranet.App.Admin.Demo;
using Intranet.App.Admin.Start;
using Intranet.App.Adoption;
using Intranet.App.Api;
using Intranet.App.Data;
using Intranet.App.Documents;
using Intranet.App.Feeds;
using Intranet.App.Layout;
using Intranet.App.Live;
using Intranet.App.Notifications;
using Intranet.App.People;
using Intranet.App.Search;
using Intranet.App.Shared;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Images;
using Intranet.App.Shared.Text;
using Intranet.App.Spaces;
using Microsoft.AspNetCore.DataProtection;
using MudBlazor.Services;

namespace Intranet.App;

/// <summary>Puts the product together: one method for the services of each feature, one for its doors.</summary>
public static class Host
{
    public static WebApplication Build(Installation installation, string urls, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = typeof(Host).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseUrls(urls);
        builder.WebHost.UseStaticWebAssets();
        // Under `dotnet run` the framework would serve each file anew and uncompressed, as for somebody who edits it beside.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";
        // The keys lie in a folder of their owner alone, so that they are not encrypted is no news at every first start.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        var services = builder.Services;

        AddProduct(services, installation.Prepare());
        services.AddSingleton(s => new Pace(s.GetRequiredService<TimeProvider>(), Pace.AtOnce));
        services.AddDataProtection().SetApplicationName("Intranet").PersistKeysToFileSystem(new DirectoryInfo(installation.Keys));
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddLeanInterop();
        services.AddSignalR(hub => hub.MaximumReceiveMessageSize = 256 * 1024);
        services.AddMudServices();
        services.AddPageCompression();
        services.AddCascadingAuthenticationState();
        services.AddCascade<Me>();
        services.AddCascade<RailContent>();
        services.AddAccess();
        services.AddApi();
        services.AddHostedService<LedgerWatch>();
        services.AddHostedService<RedisBell>();
        services.AddHostedService(s => s.GetRequiredService<Rollup>());
        services.AddHostedService(s => s.GetRequiredService<Notifier>());

        adjust?.Invoke(builder);
        builder.AddProxies();
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseBareAnswersForPrograms();
        app.UsePassingRefusals();
        app.UseHsts();
        app.UseSameOrigin();
        app.UseFirstStart();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapAccess();
        app.MapAvatars();
        app.MapApi();
        app.MapPictures();
        app.MapDocuments();
        app.MapAdoption();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(o =>
            {
                o.DisableWebSocketCompression = true;
                o.ContentSecurityFrameAncestorsPolicy = null;
            })
            .AnswerHead();
        return app;
    }

    /// <summary>The services of the product that need no web server; tests and commands start with these.</summary>
    public static void AddProduct(IServiceCollection services, Installation installation)
    {
        services.AddSingleton(installation);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Databases>();
        services.AddSingleton<Announcer>();
        services.AddSingleton<OwnActs>();
        services.AddSingleton<Bell>();
        services.AddSingleton(s => new Pace(s.GetRequiredService<TimeProvider>(), atOnce: 0));
        services.AddSingleton<Store>();
        services.AddSingleton<Settings>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Persona>();
        services.AddSingleton<PeopleSearch>();
        services.AddSingleton<Markdown>();
        services.AddSingleton<Pictures>();
        services.AddBlobs();
        services.AddSingleton<Strays>();
        services.AddSingleton<AccessTokens>();
        services.AddAccounts();
        services.AddPeople();
        services.AddFirstStart();
        services.AddSpaces();
        services.AddDemo();
        services.AddFeeds();
        services.AddDocuments();
        services.AddNotifications();
        services.AddAdoption();
        services.AddSearch();
        services.AddSingleton<People.Imports.PeopleImport>();
        services.AddSingleton<Admin.KeptContents>();
        services.AddSingleton<Admin.Moving>();
        services.AddSingleton<Admin.Checkup>();
    }
}
