using Intranet.App.Feeds;
using Intranet.App.Live;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Intranet.Tests.Servers;
using Intranet.Tests.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intranet.Tests.Live;

public sealed class NodesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_post_on_one_node_is_heard_once_on_the_other()
    {
        await using var here = await Office.Serve(Engine.Postgres);
        await using var there = await Office.Serve(here.Installation);
        var owner = await here.Employee("Olga");
        var room = await here.Room("Turbine", Openness.Closed, owner);
        var heard = System.Threading.Channels.Channel.CreateUnbounded<Happening>();
        using var ear = there.Announcer.Listen(
            Subject.Space(room.Id),
            async batch =>
            {
                foreach (var happening in batch)
                    await heard.Writer.WriteAsync(happening);
            }
        );

        var first = await Publish("first");
        var second = await Publish("second");

        Assert.Equal((Verb.Posted, (Guid?)first), await Next());
        Assert.Equal((Verb.Posted, (Guid?)second), await Next());
        Assert.Equal(0, heard.Reader.Count);

        Task<Guid> Publish(string text) => here.Get<Posts>().Publish(owner.Eyes(), room.Id, PostKind.Update, null, text, text);

        async Task<(Verb, Guid?)> Next()
        {
            var next = await heard.Reader.ReadAsync().AsTask().WaitAsync(Patience);
            return (next.Verb, next.ThingId);
        }
    }

    [Fact]
    public async Task Over_redis_one_node_rings_the_others_bell_and_not_its_own()
    {
        await using var office = await Office.Open(Engine.Sqlite);
        var installation = office.Installation with { Redis = await RedisServer.Endpoint };
        using var mine = new Bell();
        using var theirs = new Bell();
        using var announcer = new Announcer(NullLogger<Announcer>.Instance);
        using var quiet = new Announcer(NullLogger<Announcer>.Instance);
        using var here = new RedisBell(installation, announcer, mine, NullLogger<RedisBell>.Instance);
        using var there = new RedisBell(installation, quiet, theirs, NullLogger<RedisBell>.Instance);
        await here.StartAsync(default);
        await there.StartAsync(default);

        // Subscribing takes a moment; ringing again does no harm.
        var rung = false;
        for (var tries = 0; tries < 40 && !rung; tries++)
        {
            announcer.Announce([new Happening(tries, Verb.Posted, null, ThingKind.None, null, null, null, null)]);
            rung = await theirs.Wait(TimeSpan.FromMilliseconds(500), default);
        }

        Assert.True(rung);
        Assert.False(await mine.Wait(TimeSpan.Zero, default));
        await here.StopAsync(default);
        await there.StopAsync(default);
    }
}
