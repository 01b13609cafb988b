using Intranet.App.Shared.Blobs.Scanning;

namespace Intranet.Tests.Servers;

/// <summary>A real clamd that knows one virus, the harmless one all scanners are tried with, instead of all of them.</summary>
public static class ClamdServer
{
    public const string Virus = "Test.Eicar.UNOFFICIAL";

    /// <summary>How much it reads of one file, in bytes.</summary>
    public const int Largest = 4 * 1024 * 1024;

    private static readonly Lazy<Task<(string Tcp, string Socket)>> Shared = new(Start);

    /// <summary>In two halves, so that no scanner takes this file for it.</summary>
    public static string Eicar => @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    /// <summary>Where it listens, as host:port and as the path of a socket.</summary>
    public static Task<(string Tcp, string Socket)> Places => Shared.Value;

    private static async Task<(string Tcp, string Socket)> Start()
    {
        DebianPackages.Require(DebianPackages.Clamd);
        var folder = TestFolder.Create("clamd");
        var port = FreePort.Next();
        var socket = Path.Combine(folder, "clamd.sock");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "test.ndb"),
            $"Test.Eicar:0:*:{Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(Eicar))}\n"
        );
        var settings = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(
            settings,
            $"""
            Foreground yes
            DatabaseDirectory {folder}
            TemporaryDirectory {folder}
            TCPSocket {port}
            TCPAddr 127.0.0.1
            LocalSocket {socket}
            StreamMaxLength {Largest}
            MaxThreads 4
            User {Environment.UserName}

            """
        );
        var process = await GuardedProcess.Start("TERM", [DebianPackages.OnPath("clamd")!, "-c", settings]);
        await process.WaitUntil(() => Answers($"127.0.0.1:{port}"), TimeSpan.FromSeconds(60), "clamd");
        return ($"127.0.0.1:{port}", socket);
    }

    private static async Task<bool> Answers(string place)
    {
        try
        {
            return await Clamd.At(place).Ask(new MemoryStream([1]), CancellationToken.None) is null;
        }
        catch (ClamdSilence)
        {
            return false;
        }
    }
}
