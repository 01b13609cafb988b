using System.Net.Sockets;
using Intranet.App.Shared.Blobs.Buckets;
using Intranet.Tests.House;

namespace Intranet.Tests.Servers;

/// <summary>A real server that speaks S3, s3rver from npm, on the loopback address; one may be stopped and started again on its folder.</summary>
public sealed class S3Server : IAsyncDisposable
{
    private const string Package = "s3rver";
    private const string Version = "3.7.1";

    /// <summary>The one account it knows.</summary>
    private const string Account = "S3RVER";
    private const string Bucket = "house";
    private static readonly Lazy<Task<S3Server>> One = new(() => Start());
    private static readonly Lazy<string> Installed = new(Install);
    private static int _buckets;
    private readonly string _folder;
    private readonly int _port;
    private GuardedProcess? _process;

    private S3Server(string folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>The settings of an empty bucket of its own on a server that all tests share.</summary>
    public static async Task<BucketSettings> Empty()
    {
        var server = await One.Value;
        var bucket = $"house-{Interlocked.Increment(ref _buckets)}";
        using var client = BucketClient.Of(server.Settings());
        await client.PutBucketAsync(bucket);
        return server.Settings(bucket);
    }

    public static async Task<S3Server> Start()
    {
        var server = new S3Server(TestFolder.Create("s3"), FreePort.Next());
        await server.StartAgain();
        return server;
    }

    public string Url => $"http://127.0.0.1:{_port}";

    public BucketSettings Settings(string bucket = Bucket, string account = Account) =>
        new(new Uri(Url), bucket, "us-east-1", account, Account, 100 * 1024 * 1024);

    /// <summary>The same for a process of its own.</summary>
    public Dictionary<string, string?> Environment(string bucket = Bucket) =>
        new()
        {
            ["INTRANET_S3_URL"] = Url,
            ["INTRANET_S3_BUCKET"] = bucket,
            ["INTRANET_S3_ACCESS_KEY"] = Account,
            ["INTRANET_S3_SECRET_KEY"] = Account,
        };

    public async Task StartAgain()
    {
        string[] arguments = ["-d", _folder, "-a", "127.0.0.1", "-p", $"{_port}", "-s", "--no-vhost-buckets", "--configure-bucket", Bucket];
        _process = await GuardedProcess.Start(
            "TERM",
            // Its marks for the next page are made with a cipher that newer OpenSSL calls old.
            [DebianPackages.OnPath("node")!, "--openssl-legacy-provider", Installed.Value, .. arguments]
        );
        await _process.WaitUntil(Answers, TimeSpan.FromSeconds(30), "The S3 server");
    }

    public async Task Stop()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
    }

    public async ValueTask DisposeAsync() => await Stop();

    private async Task<bool> Answers()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Kept between test runs; without the scripts packages may bring along.</summary>
    private static string Install()
    {
        DebianPackages.Require(DebianPackages.Node, DebianPackages.Npm);
        var folder = Path.Combine(Path.GetTempPath(), $"intranet-tests-{Package}-{Version}");
        var program = Path.Combine(folder, "node_modules", Package, "bin", $"{Package}.js");
        using var turn = FileLock.Take($"{folder}.lock", TimeSpan.FromMinutes(5));
        if (File.Exists(Path.Combine(folder, "whole")))
            return program;
        Command.Read(
            DebianPackages.OnPath("npm")!,
            ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", $"{Package}@{Version}"]
        );
        File.WriteAllText(Path.Combine(folder, "whole"), "");
        return program;
    }
}
