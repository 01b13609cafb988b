using Intranet.App;
using Intranet.App.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intranet.Tests.Servers;

/// <summary>The product served by this very process, on a data folder of its own: what one journey had to compile the next finds compiled.</summary>
public sealed class Served : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Served(WebApplication app, string data) => (_app, Data) = (app, data);

    public string Address => _app.Urls.Single();

    public string Data { get; }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Serves a folder on a free port.</summary>
    public static async Task<Served> Start(Installation installation)
    {
        var app = Host.Build(installation, "http://127.0.0.1:0", builder => builder.Logging.ClearProviders());
        await app.StartAsync();
        return new Served(app, installation.Folder);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
