using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Intranet.Bench;

/// <summary>A server process that ends with this program.</summary>
internal sealed class Child : IDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Process _process;

    private Child(Process process, string address)
    {
        (_process, Address) = (process, address);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    public string Address { get; }

    /// <summary>Processor time the process has used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of it that lie in the machine's memory now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts `dotnet DLL arguments --data FOLDER --urls ADDRESS`, with nothing of this process's own settings.</summary>
    public static Child Start(string dll, string[] arguments, string data, params (string Name, string? Value)[] environment)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments, "--data", data, "--urls", address])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = data,
        };
        foreach (var (name, value) in environment.Prepend(("ASPNETCORE_ENVIRONMENT", "Production")))
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new Child(process, address);
    }

    /// <summary>Runs one of the product's commands, or of the SDK's, to its end.</summary>
    public static async Task<(TimeSpan Wall, TimeSpan Cpu)> Run(params string[] command)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", command))!;
        var cpu = TimeSpan.Zero;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(20)))
        {
            process.Refresh();
            cpu = process.HasExited ? cpu : process.TotalProcessorTime;
        }
        var wall = watch.Elapsed;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', command.Take(2))} ended with {process.ExitCode}.");
        return (wall, cpu);
    }

    /// <summary>Asks the path until it answers with a page, and hands back how long after the process's start that was.</summary>
    public async Task<TimeSpan> Answers(string path)
    {
        // Not the process's own start time: that is kept in hundredths of a second only.
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromMinutes(2))
        {
            try
            {
                using var answer = await Http.GetAsync(Address + path);
                await answer.Content.ReadAsByteArrayAsync();
                if (answer.StatusCode == HttpStatusCode.OK)
                    return watch.Elapsed;
            }
            catch (HttpRequestException) { }
            if (_process.HasExited)
                throw new InvalidOperationException("The server ended before it answered.");
            await Task.Delay(5);
        }
        throw new TimeoutException("The server did not answer for two minutes.");
    }

    public Task<string> Ask(string path) => Http.GetStringAsync(Address + path);

    /// <summary>Writes the process's heap into a file, for looking where the bytes are.</summary>
    public async Task Dump(string file)
    {
        var tool = Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "createdump");
        using var dump = Process.Start(tool, ["--withheap", "--name", file, $"{_process.Id}"]);
        await dump.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
