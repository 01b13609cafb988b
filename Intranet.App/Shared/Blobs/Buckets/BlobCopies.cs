using System.Collections.Concurrent;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Blobs.Buckets;

/// <summary>Copies of contents that were asked for lately, on this machine, for whoever reads files only. Each is brought once, however many ask.</summary>
public sealed class BlobCopies
{
    /// <summary>Whoever asked for a file a moment ago is still reading it, so for so long it stays even when there are too many.</summary>
    private static readonly TimeSpan InUse = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> _coming = new();
    private readonly Lock _door = new();
    private readonly string _folder;
    private readonly long _most;
    private readonly TimeProvider _clock;
    private long _kept;

    /// <param name="most">How many bytes are kept.</param>
    public BlobCopies(string folder, long most, TimeProvider clock)
    {
        (_folder, _most, _clock) = (Path.GetFullPath(folder), most, clock);
        Installation.Make(_folder);
        Trim(beyond: true);
    }

    /// <summary>The copy of a content, brought where it is not here yet; null where there is no such content.</summary>
    /// <param name="bring">Writes the content to a file of its own and gives its place; goes on when whoever asked first stops waiting.</param>
    public async Task<string?> Get(string key, Func<Task<string?>> bring, CancellationToken stop)
    {
        if (Known(key) is { } here)
            return here;
        var coming = _coming.GetOrAdd(key, _ => new Lazy<Task<string?>>(() => Task.Run(Bring)));
        return await coming.Value.WaitAsync(stop);

        async Task<string?> Bring()
        {
            try
            {
                if (await bring() is not { } file)
                    return null;
                Keep(file, key);
                return Place(key);
            }
            finally
            {
                _coming.TryRemove(key, out _);
            }
        }
    }

    /// <summary>Takes a file as the copy of a content.</summary>
    public void Keep(string file, string key)
    {
        var length = new FileInfo(file).Length;
        File.Move(file, Place(key), overwrite: true);
        Touch(Place(key));
        if (Interlocked.Add(ref _kept, length) > _most)
            Trim(beyond: false);
    }

    public void Forget(string key) => File.Delete(Place(key));

    public void Clear()
    {
        foreach (var copy in Directory.EnumerateFiles(_folder))
            File.Delete(copy);
    }

    private string? Known(string key)
    {
        try
        {
            if (!File.Exists(Place(key)))
                return null;
            Touch(Place(key));
            return Place(key);
        }
        catch (FileNotFoundException)
        {
            // Taken away between the look and the touch.
            return null;
        }
    }

    /// <summary>When it was last asked for outlives a restart, and other nodes on the same folder see it.</summary>
    private void Touch(string place) => File.SetLastWriteTimeUtc(place, _clock.GetUtcNow().UtcDateTime);

    /// <summary>Takes away what was not asked for for the longest time, and a tenth more, so that it is not done for every file.</summary>
    private void Trim(bool beyond)
    {
        lock (_door)
        {
            var copies = new DirectoryInfo(_folder).EnumerateFiles().OrderBy(file => file.LastWriteTimeUtc).ToList();
            var kept = copies.Sum(file => file.Length);
            var goal = beyond ? _most : _most / 10 * 9;
            foreach (var old in copies.TakeWhile(file => _clock.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > InUse))
            {
                if (kept <= goal)
                    break;
                kept -= old.Length;
                old.Delete();
            }
            Interlocked.Exchange(ref _kept, kept);
        }
    }

    private string Place(string key) => BlobKey.Is(key) ? Path.Combine(_folder, key) : throw new Refusal("This is no key of a content.");
}
