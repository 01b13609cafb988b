using System.Diagnostics;
using Intranet.Domain.Access;
using Kind = Intranet.Domain.Documents.Content.ContentKind;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>Prints office documents to PDF with LibreOffice, where it is installed: one at a time, each in a process and a profile of its own, each content once.</summary>
/// <param name="folder">Where the prints are kept; they can be deleted at any time.</param>
/// <param name="program">LibreOffice; null where there is none.</param>
public sealed class OfficePrinter(string folder, string? program, TimeSpan time)
{
    private const int MostWaiting = 50;
    private const long Memory = 2L * 1024 * 1024 * 1024;
    private const long LargestFile = 200L * 1024 * 1024;
    private const long MostKept = 2L * 1024 * 1024 * 1024;

    private static readonly Kind[] Printed =
    [
        Kind.Docx,
        Kind.Docm,
        Kind.Doc,
        Kind.Odt,
        Kind.Rtf,
        Kind.Xlsx,
        Kind.Xlsm,
        Kind.Xls,
        Kind.Ods,
        Kind.Pptx,
        Kind.Pptm,
        Kind.Ppt,
        Kind.Odp,
        Kind.Odg,
    ];

    private readonly SemaphoreSlim press = new(1);
    private int waiting;

    /// <summary>Where Debian puts LibreOffice; null when it is not installed.</summary>
    public static string? Installed => Array.Find(["/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/local/bin/soffice"], File.Exists);

    public static bool Prints(Kind kind) => Printed.Contains(kind);

    /// <summary>The print of a content, made now when it was not made before; without a file it says why.</summary>
    /// <exception cref="Refusal">Too many documents wait already; to be tried again later.</exception>
    public async Task<(string? File, string? Because)> PrintAsync(string path, string key, Kind kind, CancellationToken stop = default)
    {
        var print = Path.Combine(folder, key + ".pdf");
        if (program is null)
            return (null, "LibreOffice is not installed on the server, so only the text is shown.");
        if (File.Exists(print))
            return (print, null);
        try
        {
            if (Interlocked.Increment(ref waiting) > MostWaiting)
                throw new Refusal("Too many documents are waiting for their preview. Try again in a minute.");
            await press.WaitAsync(stop);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
        try
        {
            return File.Exists(print) || await Print(path, kind, print, stop)
                ? (print, null)
                : (null, "LibreOffice could not print this document, so only the text is shown.");
        }
        finally
        {
            press.Release();
        }
    }

    private async Task<bool> Print(string path, Kind kind, string print, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var desk = Directory.CreateTempSubdirectory("intranet-print-").FullName;
        try
        {
            var document = Path.Combine(desk, "document." + kind.Extensions.Split(' ')[0]);
            File.CreateSymbolicLink(document, Path.GetFullPath(path));
            OfficeProfile.Write(Path.Combine(desk, "profile"));
            await Run(desk, document, stop);
            var printed = Path.ChangeExtension(document, ".pdf");
            if (!File.Exists(printed))
                return false;
            Prune();
            File.Move(printed, print + ".new", overwrite: true);
            File.Move(print + ".new", print, overwrite: true);
            return true;
        }
        finally
        {
            Directory.Delete(desk, recursive: true);
        }
    }

    private async Task Run(string desk, string document, CancellationToken stop)
    {
        string[] line =
        [
            program!,
            "-env:UserInstallation=" + new Uri(Path.Combine(desk, "profile")).AbsoluteUri,
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            "--nofirststartwizard",
            "--convert-to",
            "pdf",
            "--outdir",
            desk,
            document,
        ];
        var start = Confined.Start(line, Memory, time * 2, LargestFile);
        start.WorkingDirectory = desk;
        start.Environment["HOME"] = start.Environment["TMPDIR"] = desk;
        var process = Process.Start(start)!;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(time);
        try
        {
            process.StandardInput.Close();
            await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, late.Token);
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // It took too long: it is ended below, and what it has printed so far is not looked at because it is not there yet.
        }
        finally
        {
            Confined.End(process);
        }
    }

    /// <summary>Prints that were made longest ago make room.</summary>
    private void Prune()
    {
        var kept = 0L;
        foreach (var old in new DirectoryInfo(folder).GetFiles("*.pdf").OrderByDescending(f => f.LastWriteTimeUtc))
            if ((kept += old.Length) > MostKept)
                old.Delete();
    }
}
