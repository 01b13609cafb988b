using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.Domain.Activity;
using Intranet.Tests.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intranet.Tests.Data;

public sealed class LedgerReaderTests
{
    [Theory, OnBoth]
    public async Task After_a_stumble_it_soon_tries_again_and_misses_nothing(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var anna = await office.Employee("Anna");
        await office.Store.Write(
            Viewer.Nobody,
            work => Task.FromResult(work.Db.Activities.Add(new Act(work.Now, anna.Id, Verb.Posted, Channel.Web)))
        );
        using var reader = new Clumsy(office.Store, office.Announcer, stumbles: 2);
        await reader.StartAsync(default);

        await Until(() => reader.Tries == 1);
        var begun = office.Clock.GetUtcNow();
        await Until(() =>
        {
            office.Clock.Advance(TimeSpan.FromMilliseconds(250));
            return reader.Taken.Task.IsCompleted;
        });

        Assert.Equal([Verb.Posted], await reader.Taken.Task.WaitAsync(TimeSpan.Zero));
        Assert.Equal(3, reader.Tries);
        // A second, then two; longer, and everybody's figures and bells would stand still.
        Assert.InRange(office.Clock.GetUtcNow() - begun, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(12));
        await reader.StopAsync(default);
    }

    private static async Task Until(Func<bool> happened)
    {
        for (var i = 0; i < 1000 && !happened(); i++)
            await Task.Delay(20);
    }

    private sealed class Clumsy(Store store, Announcer announcer, int stumbles) : LedgerReader(store, announcer, NullLogger.Instance)
    {
        public TaskCompletionSource<List<Verb>> Taken { get; } = new();
        public int Tries { get; private set; }

        protected override string Name => "clumsy";

        protected override Task Take(Work work, IReadOnlyList<Act> acts)
        {
            if (++Tries <= stumbles)
                throw new InvalidOperationException("Not yet.");
            Taken.SetResult([.. acts.Select(a => a.Verb)]);
            return Task.CompletedTask;
        }
    }
}
