using Intranet.App;
using Intranet.App.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intranet.Bench;

/// <summary>The product's services without a web server, on a data folder or a PostgreSQL database.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Product(ServiceProvider services) => _services = services;

    public Store Store => Get<Store>();

    public static async Task<Product> Open(string folder, string? postgres = null)
    {
        var services = new ServiceCollection();
        App.Host.AddProduct(services, new Installation(folder, postgres).Prepare());
        services.AddSingleton<ILoggerFactory, NullLoggerFactory>();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        var product = new Product(services.BuildServiceProvider());
        await product.Get<Databases>().Migrate();
        return product;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
