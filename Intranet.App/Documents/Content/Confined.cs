using System.Diagnostics;
using System.Globalization;

namespace Intranet.App.Documents.Content;

/// <summary>Starts a program that meets foreign content: with little memory and processor time, without this server's secrets, and with nothing to say but its answer.</summary>
internal static class Confined
{
    private const string Shell = "/bin/sh";

    /// <summary>The limits are the kernel's, so they hold whatever the program does; what it complains of goes nowhere.</summary>
    private const string Script = """
        ulimit -c 0; ulimit -d "$1"; ulimit -t "$2"; ulimit -f "$3"; shift 3; exec "$@" 2>/dev/null
        """;

    /// <param name="program">The program and its arguments.</param>
    /// <param name="memory">How much memory of its own it may have, in bytes.</param>
    /// <param name="processor">How long it may compute, over all.</param>
    /// <param name="written">The largest file it may write, in bytes.</param>
    public static ProcessStartInfo Start(IReadOnlyList<string> program, long memory, TimeSpan processor, long written)
    {
        string[] limits = [Text(memory / 1024), Text((long)processor.TotalSeconds), Text(written / 512)];
        string[] line = OperatingSystem.IsWindows() ? [.. program] : [Shell, "-c", Script, "sh", .. limits, .. program];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
            start.Environment.Remove(name);
        return start;
    }

    /// <summary>Lets it run and gives what it said; null when it took longer, or said more. It has ended when this returns.</summary>
    public static async Task<byte[]?> Run(ProcessStartInfo start, TimeSpan time, int most, CancellationToken stop = default)
    {
        var process = Process.Start(start)!;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(time);
        try
        {
            process.StandardInput.Close();
            using var said = new MemoryStream();
            var buffer = new byte[8192];
            for (int read; (read = await process.StandardOutput.BaseStream.ReadAsync(buffer, late.Token)) > 0; )
            {
                if (said.Length + read > most)
                    return null;
                said.Write(buffer, 0, read);
            }
            await process.WaitForExitAsync(late.Token);
            return said.ToArray();
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            End(process);
        }
    }

    /// <summary>Waits for the end and sees to it that there is one.</summary>
    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
        process.WaitForExit();
        process.Dispose();
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("INTRANET_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ConnectionStrings", StringComparison.OrdinalIgnoreCase);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
