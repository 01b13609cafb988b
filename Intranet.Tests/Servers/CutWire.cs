using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Intranet.Tests.Servers;

/// <summary>A wire between a browser and a server that can be cut and mended, like a train going through a tunnel.</summary>
public sealed class CutWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _ends = new();
    private readonly int _target;
    private volatile bool _cut;

    public CutWire(string address)
    {
        _target = new Uri(address).Port;
        _listener.Start();
        Address = $"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _ = Accept();
    }

    public string Address { get; }

    /// <summary>Ends every connection and takes no new one.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var end in _ends.Keys)
            end.Dispose();
    }

    public void Mend() => _cut = false;

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
            await Task.WhenAny(here.CopyToAsync(there), there.CopyToAsync(here));
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
}
