using System.Collections.Concurrent;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Images;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Kind = Intranet.Domain.Documents.Content.ContentKind;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>The small pictures of papers, each its first page, each content once. Nobody waits long for one: what takes longer is there when it is asked for again.</summary>
public sealed class FirstPages(
    PageDrawer drawer,
    OfficePrinter printer,
    Pictures pictures,
    PreviewFolder folder,
    IBlobs blobs,
    ILogger<FirstPages> log
)
{
    /// <summary>The largest paper that is fetched from its store only to be shown small, in bytes.</summary>
    public const long MostRead = 64L * 1024 * 1024;

    /// <summary>A picture of nothing, for what cannot be drawn or is not drawn yet: the icon under it is seen, and no browser shows that a picture is missing.</summary>
    public static readonly byte[] None = Convert.FromBase64String("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private const int MostWaiting = 200;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> making = new();
    private readonly ConcurrentDictionary<string, bool> failed = new();
    private readonly SemaphoreSlim pens = new(2);

    /// <summary>Whoever opens a preview waits for one print that was made for a list at most.</summary>
    private readonly SemaphoreSlim press = new(1);

    /// <summary>Whether what is told to browsers by that name is drawn with what is installed here.</summary>
    public static bool IsPaper(string mediaType) =>
        PageDrawer.Installed is not null
        && (mediaType == Kind.Pdf.MediaType || (OfficePrinter.Installed is not null && OfficePrinter.Prints(mediaType) is not null));

    /// <summary>Where the picture lies; null for what cannot be drawn, or is not drawn yet.</summary>
    public async Task<string?> Of(DocumentVersion version)
    {
        var key = version.BlobKey;
        if (Find(key) is { } known)
            return known;
        if (version.Size > MostRead || failed.ContainsKey(key) || (making.Count >= MostWaiting && !making.ContainsKey(key)))
            return null;
        var made = making.GetOrAdd(key, _ => new(() => Task.Run(() => Make(version))));
        try
        {
            return await made.Value.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private async Task<string?> Make(DocumentVersion version)
    {
        var key = version.BlobKey;
        try
        {
            if (await blobs.Find(key) is not { } original)
                return null;
            var paper = version.ContentType == Kind.Pdf.MediaType ? original : await Print(original, version);
            if (paper is not null && await Draw(paper) is { } drawn)
                await folder.Put(Name(key), await pictures.ThumbnailAsync(new MemoryStream(drawn)));
            else
                Remember(key);
            return Find(key);
        }
        catch (Refusal)
        {
            // The store is away, or the printer has too much to do: it is tried when it is asked for again.
            return null;
        }
        catch (Exception wrong)
        {
            Remember(key);
            log.LogError(wrong, "The first page of version {Number} of {Document} could not be drawn.", version.Number, version.NodeId);
            return null;
        }
        finally
        {
            making.TryRemove(key, out _);
        }
    }

    private async Task<string?> Print(string path, DocumentVersion version)
    {
        await press.WaitAsync();
        try
        {
            return (await printer.PrintAsync(path, version.BlobKey, OfficePrinter.Prints(version.ContentType)!)).File;
        }
        finally
        {
            press.Release();
        }
    }

    private async Task<byte[]?> Draw(string paper)
    {
        await pens.WaitAsync();
        try
        {
            return await drawer.Draw(paper);
        }
        finally
        {
            pens.Release();
        }
    }

    /// <summary>What could not be drawn is not tried again before the next start.</summary>
    private void Remember(string key)
    {
        if (failed.Count >= MostRemembered)
            failed.Clear();
        failed[key] = true;
    }

    private string? Find(string key) => folder.Find(Name(key));

    private static string Name(string key) => $"{key}-{Pictures.ThumbnailSide}.webp";
}
