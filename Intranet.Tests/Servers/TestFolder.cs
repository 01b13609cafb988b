using System.Diagnostics;
using System.Runtime.Versioning;

[assembly: UnsupportedOSPlatform("windows")]

namespace Intranet.Tests.Servers;

/// <summary>Folders that vanish with the test run, however it ends: a small shell waits for our end of its input to close and deletes them.</summary>
public static class TestFolder
{
    private static readonly Lazy<string> Root = new(CreateRoot);
    private static int count;

    // Held for as long as the run lasts: if it were collected, its input would close and the folders would be swept too early.
    private static Process? sweeper;

    /// <summary>A new empty folder; others may pass through it but not list it, because PostgreSQL runs as its own user.</summary>
    public static string Create(string name)
    {
        var folder = Path.Combine(Root.Value, $"{name}-{Interlocked.Increment(ref count)}");
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    private static string CreateRoot()
    {
        var root = Path.Combine(Path.GetTempPath(), $"intranet-tests-{Environment.ProcessId}-{Guid.NewGuid():N}"[..40]);
        Directory.CreateDirectory(
            root,
            UnixFileMode.UserRead
                | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherExecute
        );
        // Servers may still write their last while they stop, so deleting is tried for a while.
        const string sweep = """
            exec >/dev/null 2>&1; trap '' INT TERM HUP
            while read -r _; do :; done
            tries=0; until rm -rf "$0" || [ $tries -ge 50 ]; do tries=$((tries+1)); sleep 0.2; done
            """;
        sweeper = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", sweep, root]) { RedirectStandardInput = true });
        return root;
    }
}
