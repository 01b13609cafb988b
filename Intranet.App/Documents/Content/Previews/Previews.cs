using Intranet.App.Shared.Blobs;
using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>The previews of versions. Those asked for lately are kept, and whoever asks for one that is being made waits for the same one.</summary>
public sealed class Previews(Previewing previewing, BlobFolder blobs)
{
    private const int MostKept = 32;
    private readonly Lock door = new();
    private readonly List<(string Key, string Name, Task<Preview> Preview)> kept = [];

    /// <summary>Whoever stops waiting leaves it to be made for the next.</summary>
    /// <exception cref="Domain.Access.Refusal">Too many documents wait already; to be tried again later.</exception>
    public async Task<Preview> Of(DocumentVersion version)
    {
        if (blobs.Find(version.BlobKey) is not { } path)
            return new Preview.Nothing(Downloads.Missing);
        var preview = Take(version, path);
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

    private Task<Preview> Take(DocumentVersion version, string path)
    {
        lock (door)
        {
            var at = kept.FindIndex(k => k.Key == version.BlobKey && k.Name == version.Name);
            var found =
                at >= 0
                    ? kept[at]
                    : (version.BlobKey, version.Name, Task.Run(() => previewing.MakeAsync(path, version.Name, version.BlobKey)));
            if (at >= 0)
                kept.RemoveAt(at);
            kept.Insert(0, found);
            if (kept.Count > MostKept)
                kept.RemoveAt(MostKept);
            return found.Item3;
        }
    }
}
