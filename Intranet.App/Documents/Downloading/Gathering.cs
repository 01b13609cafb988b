namespace Intranet.App.Documents.Downloading;

/// <summary>
/// Keeps in memory what is written without waiting, and sends it on with the next write that waits: an archive writes heads and ends of its
/// entries without waiting, which the server forbids, and how much that is depends on what is being packed.
/// </summary>
internal sealed class Gathering(Stream into) : Stream
{
    private readonly MemoryStream _kept = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => _kept.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _kept.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Send(cancellationToken);
        await into.WriteAsync(buffer, cancellationToken);
    }

    /// <summary>Nothing is lost by it: what is kept goes with the next write or flush that waits.</summary>
    public override void Flush() { }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await Send(cancellationToken);
        await into.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask Send(CancellationToken stop)
    {
        if (_kept.Length == 0)
            return;
        await into.WriteAsync(_kept.GetBuffer().AsMemory(0, (int)_kept.Length), stop);
        _kept.SetLength(0);
    }
}
