using System.Buffers;
using System.Security.Cryptography;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Blobs;

/// <summary>Keeps file contents outside the database, each once, under the SHA-256 of its bytes.</summary>
public sealed class BlobFolder
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");
    private readonly string root;
    private readonly string arriving;

    /// <summary>Opens the folder, makes it where it is missing, and clears what a crash left half written a day ago.</summary>
    public BlobFolder(string root, TimeProvider clock)
    {
        this.root = Path.GetFullPath(root);
        arriving = Path.Combine(this.root, "arriving");
        MakeFolder(this.root);
        MakeFolder(arriving);
        foreach (var left in Directory.EnumerateFiles(arriving))
        {
            if (clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(left) > Forgotten)
            {
                File.Delete(left);
            }
        }
    }

    /// <summary>Stores bytes and gives their key; the same bytes are stored once.</summary>
    public Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel = default) =>
        PutAsync(new MemoryStream(content.ToArray(), writable: false), content.Length, cancel);

    /// <summary>Stores a stream of at most <paramref name="maxBytes"/> and gives its key; it is on the disk when this returns.</summary>
    /// <exception cref="Refusal">The content is longer, or the disk is full.</exception>
    public async Task<string> PutAsync(Stream content, long maxBytes, CancellationToken cancel = default)
    {
        var half = Path.Combine(arriving, Guid.NewGuid().ToString("N"));
        try
        {
            var key = await WriteAsync(half, content, maxBytes, cancel);
            Take(half, key);
            return key;
        }
        catch (Exception wrong)
        {
            File.Delete(half);
            if (wrong is IOException io && IsDiskFull(io))
            {
                throw new Refusal("The server has no room left for files. Your text is safe; tell whoever runs this intranet.");
            }

            throw;
        }
    }

    /// <summary>Moves a file that lies whole among the arriving to its place; a content that is there already is not kept twice.</summary>
    internal void Take(string half, string key)
    {
        var place = PlaceOf(key);
        if (File.Exists(place))
        {
            File.Delete(half);
            return;
        }

        MakeFolder(Path.GetDirectoryName(Path.GetDirectoryName(place)!)!);
        MakeFolder(Path.GetDirectoryName(place)!);
        File.Move(half, place, overwrite: true);
    }

    /// <summary>Where the content of that name grows until it is whole.</summary>
    internal string Arriving(string name) => Path.Combine(arriving, name);

    /// <summary>The content under a key, to be disposed by the caller; null where there is none.</summary>
    public FileStream? Open(string key)
    {
        try
        {
            return IsKey(key)
                ? new FileStream(PlaceOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81_920, useAsync: true)
                : null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The file a content lies in, for whoever reads files only; null where there is none.</summary>
    public string? Find(string key) => IsKey(key) && File.Exists(PlaceOf(key)) ? PlaceOf(key) : null;

    /// <summary>How many bytes lie under a key; null where there is no content.</summary>
    public long? Length(string key) => IsKey(key) && new FileInfo(PlaceOf(key)) is { Exists: true } file ? file.Length : null;

    /// <summary>Removes a content; the caller knows that nothing refers to it any more.</summary>
    public void Delete(string key)
    {
        if (IsKey(key) && File.Exists(PlaceOf(key)))
        {
            File.Delete(PlaceOf(key));
        }
    }

    /// <summary>Whether the text has the form of a key.</summary>
    public static bool IsKey(string text) => text.Length == 64 && !text.AsSpan().ContainsAnyExcept(Hex);

    internal static bool IsDiskFull(IOException wrong)
    {
        const int noSpace = 28;
        const int quota = 122;
        const int windowsDiskFull = unchecked((int)0x80070070);
        return wrong.HResult is noSpace or quota or windowsDiskFull;
    }

    private static async Task<string> WriteAsync(string path, Stream content, long maxBytes, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, NewFile());
        var buffer = new byte[81_920];
        var total = 0L;
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0; )
        {
            if ((total += read) > maxBytes)
            {
                throw new Refusal($"This file is larger than {Math.Max(1, maxBytes / 1024 / 1024):N0} MB.");
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A file that one alone writes on where it ended before, also when several nodes share the folder.</summary>
    internal static FileStreamOptions GrowingFile() => OwnFile(FileMode.OpenOrCreate, FileShare.None);

    private static FileStreamOptions NewFile() => OwnFile(FileMode.CreateNew, FileShare.Read);

    private static FileStreamOptions OwnFile(FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string PlaceOf(string key) => Path.Combine(root, key[..2], key[2..4], key);
}
