using System.Net;
using System.Net.Sockets;
using Intranet.App;
using Intranet.Tests.Servers;
using Microsoft.Data.Sqlite;

namespace Intranet.Tests.Admin;

/// <summary>What fails outside the product ends in a sentence, and a mistyped folder is not filled.</summary>
public sealed class FailingCommandsTests
{
    [Theory]
    [InlineData("check")]
    [InlineData("report adoption")]
    [InlineData("person deactivate anna@nordwind.example")]
    [InlineData("person access-token anna@nordwind.example --name bot")]
    [InlineData("import people people.csv --dry-run")]
    [InlineData("import activity acts.csv --dry-run")]
    [InlineData("demo --remove")]
    public async Task Where_no_intranet_is_none_is_made(string command)
    {
        var folder = Path.Combine(TestFolder.Create("typo"), "nowhere");

        var exit = await Commands.Run([.. command.Split(' '), "--data", folder]);

        Assert.Equal(1, exit);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_dry_run_needs_no_intranet_and_makes_none()
    {
        var folder = Path.Combine(TestFolder.Create("dry"), "nowhere");
        var people = Path.Combine(TestFolder.Create("people"), "people.csv");
        await File.WriteAllTextAsync(people, "email,name\nanna@nordwind.example,Anna\n");

        var (exit, output) = await AppProcess.Run("import", "people", people, "--dry-run", "--data", folder);

        Assert.True(exit == 0, output);
        Assert.Contains("1", output);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task It_is_said_that_there_is_none()
    {
        var folder = TestFolder.Create("empty");

        var (exit, output) = await AppProcess.Run("check", "--data", folder);

        Assert.Equal((1, $"There is no intranet in {folder}."), (exit, output.Trim()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("INTRANET_POSTGRES", "Host=127.0.0.1;Port=1;Database=intranet", "migrate", "PostgreSQL does not answer")]
    [InlineData("INTRANET_POSTGRES", "Host=127.0.0.1;Port=1;Database=intranet", "check", "PostgreSQL does not answer")]
    [InlineData("INTRANET_POSTGRES", "Password=fig;nonsense", "serve", "INTRANET_POSTGRES is no connection string")]
    [InlineData("INTRANET_PROXIES", "nonsense", "serve", "INTRANET_PROXIES names nonsense")]
    [InlineData("INTRANET_S3_BUCKET", "house", "serve", "need INTRANET_S3_URL, INTRANET_S3_ACCESS_KEY, INTRANET_S3_SECRET_KEY as well")]
    [InlineData("INTRANET_S3_SECRET_KEY_FILE", "/nowhere/secret", "check", "INTRANET_S3_SECRET_KEY_FILE: Could not find")]
    [InlineData("INTRANET_CLAMD", "nonsense", "serve", "INTRANET_CLAMD is neither")]
    [InlineData("ASPNETCORE_URLS", "nonsense", "serve", "Cannot listen on nonsense")]
    public async Task A_setting_that_leads_nowhere_is_named(string setting, string value, string command, string says)
    {
        var output = await Fails(new() { [setting] = value }, command, "--data", TestFolder.Create("settings"));

        Assert.Contains(says, output);
        Assert.DoesNotContain("fig", output);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("storage move --to bucket")]
    public async Task A_bucket_that_is_not_there_is_named(string command)
    {
        await using var server = await S3Server.Start();
        var data = TestFolder.Create("bucket");
        Assert.Equal(0, (await AppProcess.Run("migrate", "--data", data)).Exit);

        var output = await Fails(server.Environment("nowhere"), [.. command.Split(' '), "--data", data]);

        Assert.Equal($"There is no bucket nowhere at {server.Url}/. Make it, or set another one with INTRANET_S3_BUCKET.", output.Trim());
    }

    [Fact]
    public async Task A_password_file_that_is_not_there_is_named_with_its_setting()
    {
        var settings = new Dictionary<string, string?>
        {
            ["INTRANET_ORGANISATION"] = "Nordwind Energy",
            ["INTRANET_ADMIN_PASSWORD_FILE"] = "/nowhere/password",
        };

        var output = await Fails(settings, "serve", "--urls", "http://127.0.0.1:0", "--data", TestFolder.Create("unattended"));

        Assert.Contains("INTRANET_ADMIN_PASSWORD_FILE: Could not find", output);
        Assert.Contains("/nowhere/password", output);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";

        Assert.Contains($"Cannot listen on {address}", await Fails([], "serve", "--urls", address, "--data", TestFolder.Create("port")));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    [InlineData("check")]
    public async Task A_file_that_is_no_database_is_said_to_be_damaged_and_left_as_it_is(string command)
    {
        var folder = TestFolder.Create("damaged");
        var file = Path.Combine(folder, "intranet.db");
        await File.WriteAllTextAsync(file, new string('x', 10_000));

        Assert.Contains("damaged", await Fails([], command, "--data", folder));
        Assert.Equal(10_000, new FileInfo(file).Length);
    }

    [Theory]
    [InlineData("CREATE TABLE Songs (Name TEXT)")]
    [InlineData(
        "CREATE TABLE Songs (Name TEXT); CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT NOT NULL); INSERT INTO __EFMigrationsHistory VALUES ('20200101000000_Songs', '5.0')"
    )]
    public async Task Another_program_s_database_is_left_alone(string tables)
    {
        var folder = TestFolder.Create("foreign");
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(folder, "intranet.db")};Pooling=false"))
        {
            await other.OpenAsync();
            await using var make = new SqliteCommand(tables, other);
            await make.ExecuteNonQueryAsync();
        }

        Assert.Contains("another program", await Fails([], "migrate", "--data", folder));
        Assert.Contains("another program", await Fails([], "check", "--data", folder));
    }

    [Theory]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("demo", "--remove")]
    public async Task What_must_be_alone_on_a_data_folder_is_refused_beside_a_running_server(params string[] command)
    {
        await using var running = await AppProcess.Start();

        Assert.Contains("already running", await Fails([], [.. command, "--data", running.Data]));

        await running.Kill();
        Assert.Contains("This is no demo", await Fails([], "demo", "--remove", "--data", running.Data));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_named()
    {
        var file = Path.Combine(TestFolder.Create("file"), "data");
        await File.WriteAllTextAsync(file, "");

        Assert.Contains($"{file} is a file", await Fails([], "migrate", "--data", file));
    }

    /// <summary>What it said, which is no more than a few lines and shows nothing of its inside.</summary>
    private static async Task<string> Fails(Dictionary<string, string?> environment, params string[] arguments)
    {
        var (exit, output) = await AppProcess.RunIn(environment, arguments);
        Assert.Equal(1, exit);
        Assert.DoesNotContain("   at ", output);
        Assert.DoesNotContain("Exception", output);
        return output;
    }
}
