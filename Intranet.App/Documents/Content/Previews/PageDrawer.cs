using System.Globalization;
using Intranet.App.Shared.Images;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>Draws the top of the first page of a PDF with pdftoppm, where it is installed, in a process that may fail.</summary>
/// <param name="program">pdftoppm; null where there is none.</param>
public sealed class PageDrawer(string? program, TimeSpan time)
{
    private const long Memory = 512L * 1024 * 1024;
    private static readonly string Side = (Pictures.ThumbnailSide * 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>Where Debian's poppler-utils put it; null when they are not installed.</summary>
    public static string? Installed => Array.Find(["/usr/bin/pdftoppm", "/usr/local/bin/pdftoppm"], File.Exists);

    /// <summary>A PNG of at most twice the size of a thumbnail; null for what cannot be drawn.</summary>
    public async Task<byte[]?> Draw(string paper, CancellationToken stop = default)
    {
        if (program is null)
            return null;
        // As wide as the page, and no higher than wide, so a page a mile long is no large picture.
        string[] square = ["-scale-to-x", Side, "-scale-to-y", "-1", "-x", "0", "-y", "0", "-W", Side, "-H", Side];
        var start = Confined.Start(
            [program, "-png", "-singlefile", "-f", "1", "-l", "1", .. square, Path.GetFullPath(paper)],
            Memory,
            time,
            written: 0
        );
        return await Confined.Run(start, time, Pictures.MaxBytes, stop) is { Length: > 0 } drawn ? drawn : null;
    }
}
