using System.Runtime.CompilerServices;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Blobs;

/// <summary>Keeps file contents in a folder of this machine, or one that several share.</summary>
public sealed class BlobFolder : IBlobs
{
    private readonly string root;

    /// <summary>Opens the folder and makes it where it is missing.</summary>
    public BlobFolder(string root)
    {
        this.root = Path.GetFullPath(root);
        Installation.Make(this.root);
    }

    public string Name => $"the folder {root}";

    public Task Ask(CancellationToken stop = default) =>
        Directory.Exists(root) ? Task.CompletedTask : throw new Refusal($"{root} is not there.");

    public Task Take(string file, string key, CancellationToken stop = default)
    {
        var place = PlaceOf(key);
        // One that was cut off by a disk that failed is made whole again.
        if (new FileInfo(place) is { Exists: true } known && known.Length == new FileInfo(file).Length)
        {
            File.Delete(file);
            return Task.CompletedTask;
        }

        Installation.Make(Path.GetDirectoryName(Path.GetDirectoryName(place)!)!);
        Installation.Make(Path.GetDirectoryName(place)!);
        File.Move(file, place, overwrite: true);
        return Task.CompletedTask;
    }

    public Task<Stream?> Open(string key, CancellationToken stop = default)
    {
        try
        {
            return Task.FromResult<Stream?>(
                BlobKey.Is(key)
                    ? new FileStream(
                        PlaceOf(key),
                        FileMode.Open,
                        FileAccess.Read,
                        FileShare.Read | FileShare.Delete,
                        81_920,
                        useAsync: true
                    )
                    : null
            );
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<string?> Find(string key, CancellationToken stop = default) =>
        Task.FromResult(BlobKey.Is(key) && File.Exists(PlaceOf(key)) ? PlaceOf(key) : null);

    public Task<long?> Length(string key, CancellationToken stop = default) =>
        Task.FromResult<long?>(BlobKey.Is(key) && new FileInfo(PlaceOf(key)) is { Exists: true } file ? file.Length : null);

    public Task Delete(string key, CancellationToken stop = default)
    {
        if (BlobKey.Is(key) && File.Exists(PlaceOf(key)))
        {
            File.Delete(PlaceOf(key));
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<Blob> List([EnumeratorCancellation] CancellationToken stop = default)
    {
        // What grows or is put aside lies beside these, in folders with longer names.
        foreach (var first in Directory.EnumerateDirectories(root, "??"))
        {
            await Task.CompletedTask;
            foreach (var file in new DirectoryInfo(first).EnumerateFiles("*", SearchOption.AllDirectories))
            {
                stop.ThrowIfCancellationRequested();
                if (BlobKey.Is(file.Name))
                {
                    yield return new Blob(file.Name, file.Length, file.LastWriteTimeUtc);
                }
            }
        }
    }

    private string PlaceOf(string key) => Path.Combine(root, key[..2], key[2..4], key);
}
