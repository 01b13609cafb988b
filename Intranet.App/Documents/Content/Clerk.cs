using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Intranet.App.Documents.Content;

/// <summary>One process that reads documents, one after the other: a line with a request goes in, a line with the text comes out.</summary>
internal sealed class Clerk : IDisposable
{
    public const string Stopped = "The program that reads it stopped.";
    private const int MostDocuments = 200;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly Process process;
    private readonly ReadingLimits limits;
    private int documents;

    private Clerk(Process process, ReadingLimits limits) => (this.process, this.limits) = (process, limits);

    /// <summary>Whether it may be asked again; readers are replaced before what they have gathered can hurt.</summary>
    public bool IsFit { get; private set; }

    /// <summary>Whether nobody ended it while it had nothing to do.</summary>
    public bool IsAlive => !process.HasExited;

    public static Clerk Start(IReadOnlyList<string> program, ReadingLimits limits)
    {
        var start = Confined.Start(program, limits.Memory + limits.Besides, Lifetime, written: 0);
        start.StandardInputEncoding = start.StandardOutputEncoding = new UTF8Encoding(false);
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.Memory.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        // Neither of these may write a file, and both would.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new(Process.Start(start)!, limits);
    }

    public async Task<Extract> Ask(string path, string name, CancellationToken stop)
    {
        IsFit = false;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(limits.Time);
        try
        {
            var request = JsonSerializer.Serialize(new ReadingRequest(path, name, limits), ReadingRequest.Json);
            await process.StandardInput.WriteLineAsync(request.AsMemory(), late.Token);
            await process.StandardInput.FlushAsync(late.Token);
            var answer = await Line(late.Token);
            var extract = answer is null ? null : JsonSerializer.Deserialize<Extract>(answer, ReadingRequest.Json);
            IsFit = extract is not null && extract.Because != ExtractCommand.NoMemory && ++documents < MostDocuments && IsRested();
            return extract ?? Extract.None(Stopped);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Extract.None($"Reading it took longer than {limits.Time.TotalSeconds:N0} seconds.");
        }
        catch (Exception wrong) when (wrong is IOException or JsonException)
        {
            return Extract.None(Stopped);
        }
    }

    public void Dispose() => Confined.End(process);

    /// <summary>The kernel ends it when its time is over; it is replaced long before.</summary>
    private bool IsRested()
    {
        try
        {
            return !process.HasExited && process.TotalProcessorTime < Lifetime / 2;
        }
        catch (Exception gone) when (gone is Win32Exception or InvalidOperationException)
        {
            // It ended between the two questions.
            return false;
        }
    }

    /// <summary>One line, but never more than the text may be when every sign of it is escaped; null where there is none.</summary>
    private async Task<string?> Line(CancellationToken stop)
    {
        var (line, buffer) = (new StringBuilder(), new char[8192]);
        for (int read; (read = await process.StandardOutput.ReadAsync(buffer, stop)) > 0; )
        {
            line.Append(buffer, 0, read);
            if (buffer[read - 1] == '\n')
                return line.ToString();
            if (line.Length > limits.Characters * 6L + 4096)
                return null;
        }
        return null;
    }
}
