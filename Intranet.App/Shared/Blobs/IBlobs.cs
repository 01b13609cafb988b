namespace Intranet.App.Shared.Blobs;

/// <summary>
/// Where file contents lie when they are whole, each once, under the SHA-256 of its bytes. A store that is away refuses with a sentence;
/// a content that is not there is null.
/// </summary>
public interface IBlobs
{
    /// <summary>What it is and where, for whoever runs the intranet.</summary>
    string Name { get; }

    /// <summary>Looks whether contents can be kept here.</summary>
    /// <exception cref="Domain.Access.Refusal">They cannot, and why, in the words of the settings.</exception>
    Task Ask(CancellationToken stop = default);

    /// <summary>Takes a file that lies whole in the landing under its key, and takes it away there; it is safe when this returns, and may be repeated.</summary>
    Task Take(string file, string key, CancellationToken stop = default);

    /// <summary>The content under a key, to be read at any place without holding it in memory, and to be disposed by the caller.</summary>
    Task<Stream?> Open(string key, CancellationToken stop = default);

    /// <summary>A file of this machine with the content, for whoever reads files only; it stays for some minutes at least.</summary>
    Task<string?> Find(string key, CancellationToken stop = default);

    /// <summary>How many bytes lie under a key.</summary>
    Task<long?> Length(string key, CancellationToken stop = default);

    /// <summary>Removes a content; the caller knows that nothing refers to it any more.</summary>
    Task Delete(string key, CancellationToken stop = default);

    /// <summary>All that lies here, in no order.</summary>
    IAsyncEnumerable<Blob> List(CancellationToken stop = default);
}

/// <summary>A content that lies in a store, and since when.</summary>
public readonly record struct Blob(string Key, long Length, DateTimeOffset At);
