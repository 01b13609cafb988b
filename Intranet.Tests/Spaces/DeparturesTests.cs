using Intranet.App.Live;
using Intranet.App.Spaces;
using Intranet.Domain.Activity;
using Intranet.Domain.People;
using Intranet.Domain.Spaces;
using Intranet.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intranet.Tests.Spaces;

public sealed class DeparturesTests
{
    [Theory, OnBoth]
    public async Task The_end_of_a_stay_is_announced_once_when_it_comes_and_no_other(Engine engine)
    {
        await using var office = await Office.Open(engine);
        var owner = await office.Employee("Olga Owner");
        var (leaving, staying) = (await office.Guest("Gerd Guest"), await office.Guest("Gina Guest"));
        var room = await office.Room("Client", Openness.Secret, SpacePurpose.ClientRoom, owner, leaving, staying);
        await Until(office, leaving, TimeSpan.FromSeconds(4));
        await Until(office, staying, TimeSpan.FromDays(9));
        var heard = new List<Happening>();
        var all = new TaskCompletionSource();
        using var ear = office.Announcer.Listen(
            Subject.Space(room.Id),
            batch =>
            {
                heard.AddRange(batch);
                if (heard[^1].Verb == Verb.SpaceChanged)
                    all.TrySetResult();
                return Task.CompletedTask;
            }
        );
        using var departures = new Departures(office.Store, office.Announcer, NullLogger<Departures>.Instance);

        var rest = await departures.Step();
        Assert.Equal(TimeSpan.FromSeconds(4), rest);
        office.Clock.Advance(rest);
        await departures.Step();
        Assert.Null(await office.Get<Premises>().Look(leaving.Eyes(), room.Id));
        Assert.NotNull(await office.Get<Premises>().Look(staying.Eyes(), room.Id));
        office.Clock.Advance(rest);
        await departures.Step();
        office.Announcer.Announce([new(1, Verb.SpaceChanged, room.Id, ThingKind.Space, room.Id, null, null, null)]);

        await all.Task.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal([(Verb.Left, leaving.Id), (Verb.SpaceChanged, room.Id)], heard.Select(h => (h.Verb, h.ThingId!.Value)));
    }

    private static Task Until(Office office, Person guest, TimeSpan time) =>
        office.Store.Write(
            guest.Eyes(),
            async work => (await work.Db.Memberships.SingleAsync(m => m.PersonId == guest.Id)).StayUntil(work.Now + time)
        );
}
