using System.Collections.Concurrent;
using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.Domain.Activity;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intranet.Tests.Data;

public sealed class LedgerWatchTests
{
    [Theory, OnBoth]
    public async Task What_another_process_wrote_is_announced_once_and_what_this_one_wrote_is_not_doubled(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var ada = await office.Employee("Ada");
        using var watch = new LedgerWatch(
            office.Store,
            office.Announcer,
            office.Get<OwnActs>(),
            office.Get<Bell>(),
            NullLogger<LedgerWatch>.Instance
        );
        var heard = new ConcurrentQueue<Verb>();
        var marker = new SemaphoreSlim(0);
        using var ear = office.Announcer.Listen(
            Subject.Person(ada.Id),
            batch =>
            {
                foreach (var happening in batch)
                    heard.Enqueue(happening.Verb);
                marker.Release();
                return Task.CompletedTask;
            }
        );
        await watch.Begin();

        using var otherAnnouncer = new Announcer(NullLogger<Announcer>.Instance);
        var other = new Store(office.Get<Databases>(), otherAnnouncer, new OwnActs(), office.Get<Pace>(), office.Clock);
        await Record(office.Store, Verb.PersonChanged);
        await Record(other, Verb.PersonDeactivated);
        await Record(office.Store, Verb.PersonReactivated);
        while (await watch.Step()) { }
        while (await watch.Step()) { }
        await Hear(3);
        await Record(office.Store, Verb.SessionEnded);
        while (await watch.Step()) { }
        await Hear(4);
        await Task.Delay(100);

        Assert.Equal([Verb.PersonChanged, Verb.PersonDeactivated, Verb.PersonReactivated, Verb.SessionEnded], heard.Order());

        async Task Hear(int count)
        {
            while (heard.Count < count)
                Assert.True(await marker.WaitAsync(TimeSpan.FromSeconds(5)), $"Heard only {string.Join(", ", heard)}.");
        }

        Task Record(Store store, Verb verb) =>
            store.Write(
                Viewer.Nobody,
                work =>
                {
                    work.Record(verb, thing: ThingKind.Person, thingId: ada.Id);
                    return Task.CompletedTask;
                }
            );
    }
}
