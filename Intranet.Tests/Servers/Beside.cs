using Intranet.App;
using Intranet.App.Data;
using Intranet.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intranet.Tests.Servers;

/// <summary>The product's services in this process, on the data of a running server: another process to it, as a command would be.</summary>
public sealed class Beside(string data) : IAsyncDisposable
{
    private readonly ServiceProvider services = Provide(data);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Changes the data as nobody in particular.</summary>
    public Task<T> Write<T>(Func<Work, Task<T>> act) => Get<Store>().Write(Viewer.Nobody, act);

    public Task Write(Func<Work, Task> act) => Get<Store>().Write(Viewer.Nobody, act);

    /// <summary>Somebody by email; the test stands outside, where nobody is signed in.</summary>
    public static Task<Person> Person(Work work, string email) =>
        work.Db.People.IgnoreQueryFilters([Sight.Name]).SingleAsync(p => p.Email == email);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static ServiceProvider Provide(string data)
    {
        var services = new ServiceCollection();
        Host.AddProduct(services, new Installation(data));
        services.AddSingleton<ILoggerFactory, NullLoggerFactory>();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        return services.BuildServiceProvider();
    }
}
