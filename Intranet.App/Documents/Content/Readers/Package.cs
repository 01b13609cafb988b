using System.IO.Compression;
using System.Text;
using Intranet.Domain.Access;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>A zip archive whose entries are unpacked within the limits of the document.</summary>
internal sealed class Package : IDisposable
{
    private readonly Source source;
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names without a mark for Unicode are read byte by byte, so that their true encoding can be found later.</summary>
    public Package(Source source)
    {
        this.source = source;
        source.Bytes.Position = 0;
        zip = new ZipArchive(source.Bytes, ZipArchiveMode.Read, leaveOpen: true, Encoding.Latin1);
        if (zip.Entries.Count > source.Limits.Entries)
            throw new Refusal($"It holds {zip.Entries.Count:N0} entries; at most {source.Limits.Entries:N0} are read.");
        foreach (var entry in zip.Entries)
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    public IEnumerable<string> Names => entries.Keys;

    /// <summary>The unpacked content of an entry; empty where there is none of that name.</summary>
    public Stream Open(string name)
    {
        if (!entries.TryGetValue(name, out var entry) && !entries.TryGetValue(Uri.UnescapeDataString(name), out entry))
            return Stream.Null;
        if (entry.IsEncrypted)
            throw new Refusal(Protected);
        return new Unpacking(entry.Open(), source);
    }

    public const string Protected = "It is protected by a password.";

    public void Dispose() => zip.Dispose();

    /// <summary>Counts what comes out.</summary>
    private sealed class Unpacking(Stream packed, Source source) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var count = packed.Read(buffer);
            source.Spend(count);
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing) => packed.Dispose();
    }
}
