using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Intranet.Tests.House;

namespace Intranet.Tests.Servers;

/// <summary>A server that cannot outlive the test run: a small shell holds it and ends it when our end of its input closes, even by a kill.</summary>
public sealed class GuardedProcess : IAsyncDisposable
{
    // First line out: the server's process id. A background job's input would be empty, so the guard keeps the real one as 3.
    // A server that has only just been forked may lose a signal, so it is asked again.
    private const string Guard = """
        exec 3<&0
        trap : INT TERM HUP
        "$@" </dev/null 3<&- & server=$!
        echo $server
        (while read -r _; do :; done; tries=0
        while kill -"$0" $server && [ $tries -lt 10 ]; do tries=$((tries+1)); sleep 1; done; kill -KILL $server) <&3 >/dev/null 2>&1 & watch=$!
        wait $server; status=$?
        while kill -0 $server 2>/dev/null; do wait $server; status=$?; done
        kill $watch; exit $status
        """;

    // A collected process would close the guard's input and end a server that is still in use.
    private static readonly ConcurrentDictionary<GuardedProcess, bool> Alive = new();

    private readonly Process shell;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<int> started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private GuardedProcess(Process shell)
    {
        this.shell = shell;
        shell.OutputDataReceived += (_, line) => Heard(line.Data, first: !started.Task.IsCompleted);
        shell.ErrorDataReceived += (_, line) => Heard(line.Data, first: false);
    }

    /// <summary>Everything the server printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public bool HasExited => shell.HasExited;

    public static async Task<GuardedProcess> Start(
        string stopSignal,
        IReadOnlyList<string> command,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? workingFolder = null
    )
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Guard, stopSignal, .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? Path.GetTempPath(),
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        var guarded = new GuardedProcess(new Process { StartInfo = start });
        guarded.shell.Start();
        Alive[guarded] = true;
        guarded.shell.BeginOutputReadLine();
        guarded.shell.BeginErrorReadLine();
        await guarded.started.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return guarded;
    }

    /// <summary>Asks until the answer is yes; a server that ends instead, or never answers, fails with what it printed.</summary>
    public async Task WaitUntil(Func<Task<bool>> ready, TimeSpan patience, string what)
    {
        for (var begin = TimeProvider.System.GetTimestamp(); !await ready(); await Task.Delay(50))
        {
            if (HasExited || TimeProvider.System.GetElapsedTime(begin) > patience)
                throw new InvalidOperationException($"{what} did not answer{(HasExited ? " and ended" : "")}. It said:\n{Output}");
        }
    }

    /// <summary>Sends a signal such as TERM or KILL to the server itself and waits for its exit code; death by a signal is 128 and its number.</summary>
    public async Task<int> Signal(string signal, TimeSpan patience)
    {
        if (!HasExited)
            Command.Run("/bin/sh", ["-c", $"kill -{signal} {await started.Task}"]);
        return await Exit(patience);
    }

    public async Task<int> Exit(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        await shell.WaitForExitAsync(limit.Token);
        return shell.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
        Alive.TryRemove(this, out _);
    }

    private void Heard(string? line, bool first)
    {
        if (first && int.TryParse(line, out var id))
            started.SetResult(id);
        else if (line is not null)
        {
            lock (output)
                output.AppendLine(line);
        }
    }
}
