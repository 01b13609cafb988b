using System.Buffers;
using System.Security.Cryptography;

namespace Intranet.App.Shared.Blobs;

/// <summary>The checksum of what has arrived so far of a content.</summary>
internal sealed class GrowingSum
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
