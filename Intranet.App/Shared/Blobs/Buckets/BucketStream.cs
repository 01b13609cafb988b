namespace Intranet.App.Shared.Blobs.Buckets;

/// <summary>A content in a bucket that is read from any place on: nothing is fetched before it is read, and where the line breaks it is taken up again once.</summary>
/// <param name="from">Fetches the content from an offset to its end.</param>
internal sealed class BucketStream(Func<long, CancellationToken, Task<Stream>> from, long length) : Stream
{
    private Stream? _part;
    private long _partAt;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.IsEmpty)
            return 0;
        for (var again = true; ; again = false)
        {
            try
            {
                return await Go(buffer, cancellationToken);
            }
            catch (Exception e) when (BucketOutages.Is(e, cancellationToken))
            {
                await Leave();
                if (!again)
                    throw BucketOutages.Refuse();
            }
        }
    }

    private async Task<int> Go(Memory<byte> buffer, CancellationToken stop)
    {
        if (_part is not null && _partAt != Position)
            await Leave();
        if (_part is null)
            (_part, _partAt) = (await from(Position, stop), Position);
        var read = await _part.ReadAsync(buffer, stop);
        if (read == 0)
            throw new EndOfStreamException("The content ended before its length.");
        Position = _partAt += read;
        return read;
    }

    private async Task Leave()
    {
        var part = _part;
        _part = null;
        if (part is not null)
            await part.DisposeAsync();
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => length + offset,
        };

    public override async ValueTask DisposeAsync()
    {
        await Leave();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _part?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Nobody is kept waiting on a thread for what comes over a network.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it without blocking.");

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
