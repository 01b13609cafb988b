using StackExchange.Redis;

namespace Intranet.Tests.Servers;

/// <summary>A real Redis for this test run, keeping nothing on disk, started when first asked for and gone when the run ends.</summary>
public static class RedisServer
{
    private static readonly Lazy<Task<string>> Shared = new(Start);

    /// <summary>Where it listens, as host:port.</summary>
    public static Task<string> Endpoint => Shared.Value;

    private static async Task<string> Start()
    {
        DebianPackages.Require(DebianPackages.Redis);
        var port = FreePort.Next();
        var folder = TestFolder.Create("redis");
        string[] settings = ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
        var process = await GuardedProcess.Start("TERM", [DebianPackages.OnPath("redis-server")!, .. settings]);
        var endpoint = $"127.0.0.1:{port}";
        await process.WaitUntil(() => Answers(endpoint), TimeSpan.FromSeconds(30), "Redis");
        return endpoint;
    }

    private static async Task<bool> Answers(string endpoint)
    {
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync($"{endpoint},connectTimeout=500,connectRetry=0");
            return connection.IsConnected;
        }
        catch (RedisConnectionException)
        {
            return false;
        }
    }
}
