using Intranet.App.Documents.Downloading;
using Intranet.App.Shared.Blobs;
using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>The previews of versions. Those asked for lately are kept, and whoever asks for one that is being made waits for the same one.</summary>
public sealed class Previews(Previewing previewing, IBlobs blobs)
{
    private const int MostKept = 32;
    private readonly Lock door = new();
    private readonly List<(string Key, string Name, Task<Preview> Preview)> kept = [];

    /// <summary>Whoever stops waiting leaves it to be made for the next.</summary>
    /// <exception cref="Domain.Access.Refusal">Too many documents wait already; to be tried again later.</exception>
    public async Task<Preview> Of(DocumentVersion version)
    {
        if (await blobs.Length(version.BlobKey) is null)
            return new Preview.Nothing(Downloads.Missing);
        var preview = Take(version);
        try
        {
            return await preview;
        }
        catch
        {
            lock (door)
                kept.RemoveAll(k => k.Preview == preview);
            throw;
        }
    }

    /// <summary>What the browser plays and shows by itself is not fetched for it.</summary>
    private async Task<Preview> Make(DocumentVersion version) =>
        Previewing.Unread(version.ContentType, version.Size)
        ?? (
            await blobs.Find(version.BlobKey) is { } path
                ? await previewing.MakeAsync(path, version.Name, version.BlobKey)
                : new Preview.Nothing(Downloads.Missing)
        );

    private Task<Preview> Take(DocumentVersion version)
    {
        lock (door)
        {
            var at = kept.FindIndex(k => k.Key == version.BlobKey && k.Name == version.Name);
            var found = at >= 0 ? kept[at] : (version.BlobKey, version.Name, Task.Run(() => Make(version)));
            if (at >= 0)
                kept.RemoveAt(at);
            kept.Insert(0, found);
            if (kept.Count > MostKept)
                kept.RemoveAt(MostKept);
            return found.Item3;
        }
    }
}
