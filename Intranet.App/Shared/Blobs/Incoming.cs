using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Blobs;

/// <summary>Contents on their way in. Each grows piece by piece in a file of its own, which outlives lost connections and restarts, and goes to its store when it is whole.</summary>
public sealed class Incoming(Landing landing, IBlobs blobs)
{
    /// <summary>Checksums kept while their contents grow; one that is forgotten is counted again at the end.</summary>
    private const int MostSums = 1000;

    private readonly ConcurrentDictionary<Guid, GrowingSum> sums = new();

    /// <summary>Stores bytes and gives their key; the same bytes are stored once.</summary>
    public Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken stop = default) =>
        PutAsync(new MemoryStream(content.ToArray(), writable: false), content.Length, stop);

    /// <summary>Stores a stream of at most so many bytes in one go and gives its key; it is safe when this returns.</summary>
    /// <exception cref="Refusal">The content is longer, the disk is full, or the store is away.</exception>
    public async Task<string> PutAsync(Stream content, long maxBytes, CancellationToken stop = default)
    {
        var (file, key) = await landing.Land(content, maxBytes, stop);
        try
        {
            await blobs.Take(file, key, stop);
            return key;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>How many bytes are here.</summary>
    public long Length(Guid id) => new FileInfo(Place(id)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Adds a piece at its offset. What arrived before a connection broke stays, unless the piece has a checksum it must prove.</summary>
    /// <param name="most">How many bytes the content has at most, this piece included.</param>
    /// <exception cref="Refusal">The disk is full, or more arrives than was said.</exception>
    public async Task<Arrival> Add(Guid id, long offset, PipeReader piece, long most, byte[]? sha256, CancellationToken stop)
    {
        FileStream file;
        try
        {
            file = new FileStream(Place(id), Landing.GrowingFile());
        }
        catch (IOException busy) when (!Landing.IsDiskFull(busy) && File.Exists(Place(id)))
        {
            return new(Length(id), ArrivalState.Busy);
        }

        await using var growing = file;
        if (file.Length != offset)
        {
            return new(file.Length, ArrivalState.Elsewhere);
        }

        var whole =
            offset == 0 ? new GrowingSum()
            : sums.TryGetValue(id, out var kept) && kept.At == offset ? kept
            : null;
        sums.TryRemove(id, out _);
        using var own = sha256 is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = offset;
        try
        {
            length = await Pour(file, offset, piece, most, whole, own, stop);
            if (own is not null && !own.GetHashAndReset().AsSpan().SequenceEqual(sha256))
            {
                file.SetLength(offset);
                return new(offset, ArrivalState.Corrupt);
            }

            // What is said to be taken outlives a machine that loses its power.
            file.Flush(flushToDisk: true);
            if (whole is not null && sums.Count < MostSums)
            {
                sums[id] = whole;
            }

            return new(length, ArrivalState.Taken);
        }
        catch (Exception wrong)
        {
            if (own is not null || wrong is Refusal)
            {
                file.SetLength(offset);
            }

            throw wrong is IOException io && Landing.IsDiskFull(io)
                ? new Refusal(
                    "The server has no room left for files. What has arrived is kept; tell whoever runs this intranet, and try again.",
                    noRoom: true
                )
                : wrong;
        }
    }

    /// <summary>Brings what arrived safely to the disk and gives its SHA-256 in hex.</summary>
    public async Task<string> Seal(Guid id, CancellationToken stop)
    {
        await using var file = new FileStream(Place(id), Landing.GrowingFile());
        file.Flush(flushToDisk: true);
        if (sums.TryRemove(id, out var whole) && whole.At == file.Length)
        {
            return Convert.ToHexStringLower(whole.Hash.GetHashAndReset());
        }

        return await BlobKey.Of(file, stop);
    }

    /// <summary>Hands the whole content over to its store; may be repeated.</summary>
    public Task Keep(Guid id, string key) => File.Exists(Place(id)) ? blobs.Take(Place(id), key) : Task.CompletedTask;

    /// <summary>What has arrived, to be looked at; null where there is nothing, or nothing any more.</summary>
    public FileStream? Open(Guid id) => File.Exists(Place(id)) ? File.OpenRead(Place(id)) : null;

    public void Drop(Guid id)
    {
        sums.TryRemove(id, out _);
        File.Delete(Place(id));
    }

    private static async Task<long> Pour(
        FileStream file,
        long at,
        PipeReader piece,
        long most,
        GrowingSum? whole,
        IncrementalHash? own,
        CancellationToken stop
    )
    {
        while (true)
        {
            var read = await piece.ReadAsync(stop);
            var bytes = read.Buffer;
            if (at + bytes.Length > most)
            {
                throw new Refusal("More has arrived than was said. Begin this upload again.");
            }

            if (!bytes.IsEmpty)
            {
                var segments = new List<ReadOnlyMemory<byte>>();
                foreach (var segment in bytes)
                {
                    segments.Add(segment);
                }

                // The sum is taken while the disk works.
                var writing = RandomAccess.WriteAsync(file.SafeFileHandle, segments, at, stop);
                whole?.Append(bytes);
                foreach (var segment in own is null ? default : bytes)
                {
                    own!.AppendData(segment.Span);
                }

                await writing;
                at += bytes.Length;
            }

            piece.AdvanceTo(bytes.End);
            if (read.IsCompleted)
            {
                return at;
            }
        }
    }

    /// <summary>Where a content grows.</summary>
    internal string Place(Guid id) => landing.Place(id.ToString("N"));
}

/// <summary>What became of a piece, and how many bytes are here now.</summary>
public readonly record struct Arrival(long Length, ArrivalState State);

/// <summary>Taken, or why not: another piece is being written, this one belongs elsewhere, or its checksum is wrong.</summary>
public enum ArrivalState
{
    Taken,
    Busy,
    Elsewhere,
    Corrupt,
}
