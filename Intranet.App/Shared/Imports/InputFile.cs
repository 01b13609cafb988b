using System.IO.Compression;
using System.Security.Cryptography;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Imports;

/// <summary>A file to import, packed or not, that knows how far it has been read.</summary>
public sealed class InputFile : IDisposable
{
    private readonly FileStream _file;
    private readonly Stream _content;

    public InputFile(string path)
    {
        if (!File.Exists(path))
            throw new Refusal($"There is no file {path}.");
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        Span<byte> start = stackalloc byte[2];
        var packed = _file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start[0] == 0x1f && start[1] == 0x8b;
        _file.Position = 0;
        _content = packed ? new GZipStream(_file, CompressionMode.Decompress) : _file;
        Text = new StreamReader(_content, detectEncodingFromByteOrderMarks: true);
    }

    public StreamReader Text { get; }

    /// <summary>How much of the file on disk has been read, 0 to 1.</summary>
    public double Done => _file.Length == 0 ? 1 : (double)_file.Position / _file.Length;

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal.</summary>
    public static async Task<string> Fingerprint(string path, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
    }

    public void Dispose()
    {
        Text.Dispose();
        _content.Dispose();
        _file.Dispose();
    }
}
