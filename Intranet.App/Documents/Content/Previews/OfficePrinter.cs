using System.Collections.Concurrent;
using Intranet.Domain.Access;
using Kind = Intranet.Domain.Documents.Content.ContentKind;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>Prints office documents to PDF with LibreOffice, where it is installed: one at a time, each in a process and a profile of its own, each content once.</summary>
/// <param name="program">LibreOffice; null where there is none.</param>
public sealed class OfficePrinter(PreviewFolder folder, string? program, TimeSpan time)
{
    private const string Ending = ".pdf";
    private const int MostWaiting = 50;
    private const long Memory = 2L * 1024 * 1024 * 1024;
    private const long LargestFile = 200L * 1024 * 1024;
    private const int MostSaid = 64 * 1024;
    private const int MostRemembered = 10_000;
    private const string Unprintable = "LibreOffice could not print this document, so only the text is shown.";

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
    private readonly ConcurrentDictionary<string, bool> failed = new();
    private int waiting;

    /// <summary>Where Debian puts LibreOffice; null when it is not installed.</summary>
    public static string? Installed => Array.Find(["/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/local/bin/soffice"], File.Exists);

    public static bool Prints(Kind kind) => Printed.Contains(kind);

    /// <summary>The kind that is printed and told to browsers by that name; null where there is none.</summary>
    public static Kind? Prints(string mediaType) => Array.Find(Printed, kind => kind.MediaType == mediaType);

    /// <summary>The print of a content, made now when it was not made before; without a file it says why.</summary>
    /// <exception cref="Refusal">Too many documents wait already; to be tried again later.</exception>
    public async Task<(string? File, string? Because)> PrintAsync(string path, string key, Kind kind, CancellationToken stop = default)
    {
        if (program is null)
            return (null, "LibreOffice is not installed on the server, so only the text is shown.");
        if (Kept() is { } known)
            return known;
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
            if (Kept() is { } meanwhile)
                return meanwhile;
            if (await Print(path, key, kind, stop) is { } print)
                return (print, null);
            if (failed.Count >= MostRemembered)
                failed.Clear();
            failed[key] = true;
            return (null, Unprintable);
        }
        finally
        {
            press.Release();
        }

        // What could not be printed is not tried again before the next start.
        (string?, string?)? Kept() =>
            Find(key) is { } print ? (print, null)
            : failed.ContainsKey(key) ? (null, Unprintable)
            : null;
    }

    /// <summary>The print of a content, if there is one.</summary>
    public string? Find(string key) => folder.Find(key + Ending);

    private async Task<string?> Print(string path, string key, Kind kind, CancellationToken stop)
    {
        var desk = Directory.CreateTempSubdirectory("intranet-print-").FullName;
        try
        {
            var document = Path.Combine(desk, "document." + kind.Extensions.Split(' ')[0]);
            File.CreateSymbolicLink(document, Path.GetFullPath(path));
            OfficeProfile.Write(Path.Combine(desk, "profile"));
            await Run(desk, document, stop);
            var printed = Path.ChangeExtension(document, ".pdf");
            return File.Exists(printed) ? folder.Take(printed, key + Ending) : null;
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
        // What it has printed until it took too long is not looked at, because it is not there yet.
        await Confined.Run(start, time, MostSaid, stop);
    }
}
