using Npgsql;
using StackExchange.Redis;

namespace Intranet.Tests.Servers;

public sealed class ServersTests
{
    [Fact]
    public async Task Each_test_gets_a_postgres_database_of_its_own()
    {
        var first = await PostgresServer.CreateDatabase();
        var second = await PostgresServer.CreateDatabase();

        await Execute(first, "CREATE TABLE mine (n int)");

        Assert.Equal(1L, await Execute(first, "SELECT count(*) FROM information_schema.tables WHERE table_name = 'mine'"));
        Assert.Equal(0L, await Execute(second, "SELECT count(*) FROM information_schema.tables WHERE table_name = 'mine'"));
    }

    [Fact]
    public async Task A_template_is_prepared_once_and_copied_for_each_test()
    {
        var prepared = 0;
        async Task Prepare(string connection)
        {
            Interlocked.Increment(ref prepared);
            await Execute(connection, "CREATE TABLE ready (n int)");
        }

        var copies = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => PostgresServer.CreateDatabase(nameof(A_template_is_prepared_once_and_copied_for_each_test), Prepare))
        );

        Assert.Equal(1, prepared);
        Assert.Equal(4, copies.Distinct().Count());
        Assert.Equal(0L, await Execute(copies[3], "SELECT count(*) FROM ready"));
    }

    [Fact]
    public async Task Redis_carries_a_message_from_one_connection_to_another()
    {
        await using var sender = await ConnectionMultiplexer.ConnectAsync(await RedisServer.Endpoint);
        await using var receiver = await ConnectionMultiplexer.ConnectAsync(await RedisServer.Endpoint);
        var heard = new TaskCompletionSource<string?>();
        await receiver.GetSubscriber().SubscribeAsync(RedisChannel.Literal("news"), (_, value) => heard.TrySetResult(value));

        await sender.GetSubscriber().PublishAsync(RedisChannel.Literal("news"), "it rains");

        Assert.Equal("it rains", await heard.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_server_ends_when_its_guard_hears_no_more_from_the_test_run()
    {
        var guarded = await GuardedProcess.Start("TERM", ["sleep", "300"]);
        var asked = TimeProvider.System.GetTimestamp();

        await guarded.DisposeAsync();

        Assert.InRange(TimeProvider.System.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Missing_packages_are_named_with_the_command_that_brings_them()
    {
        var sentence = DebianPackages.Sentence([DebianPackages.Chromium, DebianPackages.Redis]);

        Assert.Contains("apt-get install --no-install-recommends chromium-headless-shell redis-server", sentence);
    }

    private static async Task<object?> Execute(string connection, string sql)
    {
        await using var source = new NpgsqlConnection(connection);
        await source.OpenAsync();
        await using var command = new NpgsqlCommand(sql, source);
        return await command.ExecuteScalarAsync();
    }
}
