using Intranet.App.Admin.Demo;
using Intranet.Tests.World;

namespace Intranet.Tests.Admin.Demo;

/// <summary>One loaded demo on each database, for the tests that only look at it.</summary>
public sealed class LoadedDemos : IAsyncDisposable
{
    private readonly Dictionary<Engine, (Office Office, DemoCounts Counts)> _loaded = [];

    public async Task<(Office Office, DemoCounts Counts)> On(Engine engine)
    {
        if (_loaded.TryGetValue(engine, out var known))
            return known;
        var office = await Office.Open(engine);
        return _loaded[engine] = (office, await DemoLoaderTests.Load(office));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (office, _) in _loaded.Values)
            await office.DisposeAsync();
    }
}
