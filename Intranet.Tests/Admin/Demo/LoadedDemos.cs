using Intranet.App.Admin.Demo;
using Intranet.Tests.Admin.Demo;
using Intranet.Tests.World;

[assembly: AssemblyFixture(typeof(LoadedDemos))]

namespace Intranet.Tests.Admin.Demo;

/// <summary>One loaded demo on each database and in each run, for the tests that only look at it.</summary>
public sealed class LoadedDemos : IAsyncDisposable
{
    private readonly Dictionary<Engine, Lazy<Task<(Office Office, DemoCounts Counts)>>> _loaded = Enum.GetValues<Engine>()
        .ToDictionary(engine => engine, engine => new Lazy<Task<(Office, DemoCounts)>>(() => Load(engine)));

    public Task<(Office Office, DemoCounts Counts)> On(Engine engine) => _loaded[engine].Value;

    private static async Task<(Office, DemoCounts)> Load(Engine engine)
    {
        var office = await Office.Open(engine);
        return (office, await DemoLoaderTests.Load(office));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var loaded in _loaded.Values.Where(l => l.IsValueCreated))
            await (await loaded.Value).Office.DisposeAsync();
    }
}
