using System.Security.Cryptography;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Blobs;

/// <summary>The folder of this machine in which contents grow until they are whole, whatever store they go to.</summary>
public sealed class Landing
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);
    private readonly string folder;

    /// <summary>Opens the folder, makes it where it is missing, and clears what a crash left half written a day ago.</summary>
    public Landing(string folder, TimeProvider clock)
    {
        this.folder = Path.GetFullPath(folder);
        Installation.Make(this.folder);
        foreach (var left in Directory.EnumerateFiles(this.folder))
        {
            if (clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(left) > Forgotten)
            {
                File.Delete(left);
            }
        }
    }

    /// <summary>Where the content of that name grows.</summary>
    public string Place(string name) => Path.Combine(folder, name);

    /// <summary>Writes a stream of at most so many bytes to a file of its own, which is on the disk when this returns, and gives its key.</summary>
    /// <exception cref="Refusal">The content is longer, or the disk is full.</exception>
    public async Task<(string File, string Key)> Land(Stream content, long maxBytes, CancellationToken stop)
    {
        var half = Place(Guid.NewGuid().ToString("N"));
        try
        {
            return (half, await Write(half, content, maxBytes, stop));
        }
        catch (Exception wrong)
        {
            File.Delete(half);
            throw wrong is IOException io && IsDiskFull(io) ? NoRoom() : wrong;
        }
    }

    /// <summary>Takes away all that lies here.</summary>
    public void Clear()
    {
        foreach (var left in Directory.EnumerateFiles(folder))
        {
            File.Delete(left);
        }
    }

    internal static bool IsDiskFull(IOException wrong)
    {
        const int noSpace = 28;
        const int quota = 122;
        const int windowsDiskFull = unchecked((int)0x80070070);
        return wrong.HResult is noSpace or quota or windowsDiskFull;
    }

    internal static Refusal NoRoom() =>
        new("The server has no room left for files. Your text is safe; tell whoever runs this intranet.", noRoom: true);

    /// <summary>A file that one alone writes on where it ended before, also when several nodes share the folder.</summary>
    internal static FileStreamOptions GrowingFile() => OwnFile(FileMode.OpenOrCreate, FileShare.None);

    internal static FileStreamOptions NewFile() => OwnFile(FileMode.CreateNew, FileShare.Read);

    private static async Task<string> Write(string path, Stream content, long maxBytes, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, NewFile());
        var buffer = new byte[81_920];
        var total = 0L;
        for (int read; (read = await content.ReadAsync(buffer, stop)) > 0; )
        {
            if ((total += read) > maxBytes)
            {
                throw new Refusal($"This file is larger than {Math.Max(1, maxBytes / 1024 / 1024):N0} MB.");
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

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
}
