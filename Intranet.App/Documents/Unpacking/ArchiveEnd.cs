using System.Buffers.Binary;
using Intranet.Domain.Access;

namespace Intranet.App.Documents.Unpacking;

/// <summary>
/// The end of an archive, where it says how large its list of entries is (PKWARE APPNOTE 4.3.16). Looked at first, because whoever opens an archive
/// reads that whole list into memory, and it may be as long as the file.
/// </summary>
internal static class ArchiveEnd
{
    /// <summary>Bytes; twice as many entries as are unpacked, with long names.</summary>
    private const long LargestList = 4L * 1024 * 1024;

    private const int Fixed = 22;
    private const int LongestComment = ushort.MaxValue;
    private const uint Signature = 0x06054b50;

    /// <exception cref="Refusal">The list is too long, or where it begins cannot be told.</exception>
    public static async Task MustBeShort(Stream file, CancellationToken stop)
    {
        var tail = new byte[Math.Min(file.Length, Fixed + LongestComment)];
        file.Position = file.Length - tail.Length;
        await file.ReadExactlyAsync(tail, stop);
        file.Position = 0;
        for (var at = tail.Length - Fixed; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != Signature)
                continue;
            var begins = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
            var ends = file.Length - tail.Length + at;
            // Where the numbers do not fit it is an archive of the large kind, with more entries or bytes than are unpacked here.
            if (begins == uint.MaxValue || ends - begins > LargestList)
                throw ArchivePlan.TooMany();
            return;
        }
    }
}
