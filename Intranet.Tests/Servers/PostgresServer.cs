using System.Collections.Concurrent;
using Intranet.Tests.House;
using Npgsql;

namespace Intranet.Tests.Servers;

/// <summary>A real PostgreSQL for this test run, started when first asked for and gone when the run ends; each test gets a database of its own.</summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(Start);
    private readonly ConcurrentDictionary<string, Lazy<Task>> templates = new();
    private readonly GuardedProcess process;
    private readonly string connection;
    private int databases;

    private PostgresServer(GuardedProcess process, string connection) => (this.process, this.connection) = (process, connection);

    /// <summary>The connection string of a new empty database.</summary>
    public static async Task<string> CreateDatabase() => await (await Shared.Value).Create(from: "template1");

    /// <summary>The connection string of a new database that is a copy of a template; the template is prepared once per run.</summary>
    public static async Task<string> CreateDatabase(string template, Func<string, Task> prepare)
    {
        var server = await Shared.Value;
        await server.templates.GetOrAdd(template, name => new(() => server.Prepare(name, prepare))).Value;
        return await server.Create(template);
    }

    private async Task Prepare(string template, Func<string, Task> prepare)
    {
        await Execute($"CREATE DATABASE \"{template}\"");
        // A template with an open connection cannot be copied, so none may stay in a pool.
        await prepare(new NpgsqlConnectionStringBuilder(connection) { Database = template, Pooling = false }.ConnectionString);
    }

    private async Task<string> Create(string from)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await Execute($"CREATE DATABASE {name} TEMPLATE \"{from}\"");
        return new NpgsqlConnectionStringBuilder(connection)
        {
            Database = name,
            MaxPoolSize = 20,
            ConnectionIdleLifetime = 5,
            ConnectionPruningInterval = 2,
        }.ConnectionString;
    }

    private async Task Execute(string sql)
    {
        await using var source = new NpgsqlConnection(connection);
        await source.OpenAsync();
        await using var command = new NpgsqlCommand(sql, source) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> Start()
    {
        DebianPackages.Require(DebianPackages.PostgreSql);
        var programs = DebianPackages.PostgresFolder!;
        var folder = TestFolder.Create("postgres");
        string[] asPostgres = [];
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root.
            Command.Read("chown", "postgres:postgres", folder);
            asPostgres = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"];
        }
        string[] initialise =
        [
            $"{programs}/initdb",
            "-D",
            $"{folder}/data",
            "-U",
            "intranet",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ];
        string[] all = [.. asPostgres, .. initialise];
        Command.Read(all[0], all[1..]);
        var port = FreePort.Next();
        string[] settings =
        [
            $"port={port}",
            "listen_addresses=127.0.0.1",
            $"unix_socket_directories={folder}",
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "jit=off",
            "autovacuum=off",
            "max_connections=300",
            "shared_buffers=64MB",
        ];
        var process = await GuardedProcess.Start(
            "INT",
            [.. asPostgres, $"{programs}/postgres", "-D", $"{folder}/data", .. settings.SelectMany(setting => new[] { "-c", setting })]
        );
        var connection = $"Host=127.0.0.1;Port={port};Username=intranet;Database=postgres";
        var server = new PostgresServer(process, connection);
        await process.WaitUntil(server.Answers, TimeSpan.FromSeconds(60), "PostgreSQL");
        return server;
    }

    private async Task<bool> Answers()
    {
        try
        {
            await Execute("SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
