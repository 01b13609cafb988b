using StackExchange.Redis;

namespace Intranet.App.Live;

/// <summary>Tells the other nodes over Redis that the ledger has grown. Nothing but that is sent: each node reads the ledger itself, so a lost message costs a beat and no content passes through Redis.</summary>
public sealed class RedisBell(Installation installation, Announcer announcer, Bell bell, ILogger<RedisBell> log) : BackgroundService
{
    private static readonly RedisChannel Channel = RedisChannel.Literal("intranet:ledger");
    private readonly string _node = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (installation.Redis is not { } address)
            return;
        var options = ConfigurationOptions.Parse(address);
        // Redis may come later or go for a while; the ledger's own beat carries on without it.
        options.AbortOnConnectFail = false;
        await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        redis.ConnectionFailed += (_, e) =>
            log.LogWarning("Redis cannot be reached ({Reason}); other nodes are noticed at the next beat.", e.FailureType);
        var subscriber = redis.GetSubscriber();
        await subscriber.SubscribeAsync(
            Channel,
            (_, node) =>
            {
                if (node != _node)
                    bell.Ring();
            }
        );
        using var ear = announcer.Listen(Subject.Everything, _ => subscriber.PublishAsync(Channel, _node, CommandFlags.FireAndForget));
        await Task.Delay(Timeout.Infinite, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
