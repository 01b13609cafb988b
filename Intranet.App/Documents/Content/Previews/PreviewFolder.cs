namespace Intranet.App.Documents.Content.Previews;

/// <summary>Keeps what was made of contents, so that it is made once. The folder can be deleted at any time.</summary>
public sealed class PreviewFolder(string folder)
{
    private const long MostKept = 2L * 1024 * 1024 * 1024;
    private const int BetweenClearing = 50;
    private int put;

    /// <summary>Where it lies; null when it was not made, or not kept.</summary>
    public string? Find(string name) => File.Exists(Path.Combine(folder, name)) ? Path.Combine(folder, name) : null;

    public async Task Put(string name, ReadOnlyMemory<byte> content)
    {
        Installation.Make(folder);
        var half = Path.Combine(folder, $"{name}.{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(half, content);
        Keep(half, name);
    }

    /// <summary>Takes a finished file over.</summary>
    public string Take(string file, string name)
    {
        Installation.Make(folder);
        var half = Path.Combine(folder, $"{name}.{Guid.NewGuid():N}");
        File.Move(file, half);
        return Keep(half, name);
    }

    /// <summary>Takes away what was made of a content that was deleted.</summary>
    public void Forget(string key)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var made in Directory.EnumerateFiles(folder, $"{key}*"))
            File.Delete(made);
    }

    private string Keep(string half, string name)
    {
        if (Interlocked.Increment(ref put) % BetweenClearing == 1)
            Clear();
        var place = Path.Combine(folder, name);
        File.Move(half, place, overwrite: true);
        return place;
    }

    /// <summary>What was made longest ago makes room.</summary>
    private void Clear()
    {
        var kept = 0L;
        foreach (var old in new DirectoryInfo(folder).GetFiles().OrderByDescending(f => f.LastWriteTimeUtc))
            if ((kept += old.Length) > MostKept)
                old.Delete();
    }
}
