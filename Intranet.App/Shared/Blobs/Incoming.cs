using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Blobs;

/// <summary>Contents on their way in. Each grows piece by piece in a file of its own, which outlives lost connections and restarts, and is moved among the blobs when it is whole.</summary>
public sealed class Incoming(BlobFolder blobs)
{
    /// <summary>Checksums kept while their contents grow; one that is forgotten is counted again at the end.</summary>
    private const int MostSums = 1000;

    private readonly ConcurrentDictionary<Guid, Sum> sums = new();

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
            file = new FileStream(Place(id), BlobFolder.GrowingFile());
        }
        catch (IOException busy) when (!BlobFolder.IsDiskFull(busy) && File.Exists(Place(id)))
        {
            return new(Length(id), ArrivalState.Busy);
        }

        await using var growing = file;
        if (file.Length != offset)
        {
            return new(file.Length, ArrivalState.Elsewhere);
        }

        var whole =
            offset == 0 ? new Sum()
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

            throw wrong is IOException io && BlobFolder.IsDiskFull(io)
                ? new Refusal(
                    "The server has no room left for files. What has arrived is kept; tell whoever runs this intranet, and try again."
                )
                : wrong;
        }
    }

    /// <summary>Brings what arrived safely to the disk and gives its SHA-256 in hex.</summary>
    public async Task<string> Seal(Guid id, CancellationToken stop)
    {
        await using var file = new FileStream(Place(id), BlobFolder.GrowingFile());
        file.Flush(flushToDisk: true);
        if (sums.TryRemove(id, out var whole) && whole.At == file.Length)
        {
            return Convert.ToHexStringLower(whole.Hash.GetHashAndReset());
        }

        await using var wide = new BufferedStream(file, 128 * 1024);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(wide, stop));
    }

    /// <summary>Moves the whole content to its place among the blobs; may be repeated.</summary>
    public void Keep(Guid id, string key)
    {
        if (File.Exists(Place(id)))
        {
            blobs.Take(Place(id), key);
        }
    }

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
        Sum? whole,
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

    private string Place(Guid id) => blobs.Arriving(id.ToString("N"));

    /// <summary>The checksum of what has arrived so far.</summary>
    private sealed class Sum
    {
        public IncrementalHash Hash { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long At { get; private set; }

        public void Append(ReadOnlySequence<byte> bytes)
        {
            foreach (var segment in bytes)
            {
                Hash.AppendData(segment.Span);
            }

            At += bytes.Length;
        }
    }
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
