using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Intranet.Tests.Servers;

/// <summary>A wire between a browser and a server that can be cut, held and mended, like a train going through a tunnel.</summary>
public sealed class CutWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _ends = new();
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _target;
    private volatile bool _cut;
    private long _sent;
    private long _most = long.MaxValue;

    public CutWire(string address)
    {
        _target = new Uri(address).Port;
        _listener.Start();
        Address = $"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _ = Accept();
    }

    public string Address { get; }

    /// <summary>How many bytes the browser has sent.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Ends every connection and takes no new one.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var end in _ends.Keys)
            end.Dispose();
    }

    /// <summary>Lets the browser send so many bytes more and then none until the wire is mended; completes when it stands still in the middle of something.</summary>
    public Task HoldAfter(long bytes)
    {
        Interlocked.Exchange(ref _most, Sent + bytes);
        return _held.Task;
    }

    public void Mend()
    {
        _cut = false;
        Interlocked.Exchange(ref _most, long.MaxValue);
        _mended.TrySetResult();
    }

    public ValueTask DisposeAsync()
    {
        Cut();
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Join(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The journey is over.
        }
    }

    private async Task Join(TcpClient browser)
    {
        using var server = new TcpClient();
        try
        {
            _ends[browser] = _ends[server] = 0;
            if (_cut)
                return;
            await server.ConnectAsync(IPAddress.Loopback, _target);
            var (here, there) = (browser.GetStream(), server.GetStream());
            await Task.WhenAny(Carry(here, there), there.CopyToAsync(here));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // Cut, or closed by one end: the other end is closed too.
        }
        finally
        {
            _ends.TryRemove(browser, out _);
            _ends.TryRemove(server, out _);
            browser.Dispose();
        }
    }

    private async Task Carry(Stream browser, Stream server)
    {
        var bytes = new byte[64 * 1024];
        while (await browser.ReadAsync(bytes) is > 0 and var count)
        {
            await server.WriteAsync(bytes.AsMemory(0, count));
            if (Interlocked.Add(ref _sent, count) < Interlocked.Read(ref _most))
                continue;
            _held.TrySetResult();
            await _mended.Task;
        }
    }
}
