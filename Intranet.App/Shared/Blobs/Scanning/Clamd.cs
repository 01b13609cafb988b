using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Intranet.Domain.Access;

namespace Intranet.App.Shared.Blobs.Scanning;

/// <summary>Asks clamd, the daemon of ClamAV, about a content: INSTREAM over TCP or a Unix socket, see clamd(8).</summary>
/// <param name="open">Connects to it; null when none is set.</param>
/// <param name="place">Where it is, in the words of the setting.</param>
public sealed class Clamd(Func<Socket, CancellationToken, ValueTask>? open, AddressFamily family, string place)
{
    private const int PieceSize = 64 * 1024;
    private const int LongestAnswer = 4096;
    private const string Found = " FOUND";
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);

    /// <summary>However large it is: clamd gives up earlier by its own limits.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public bool IsSet => open is not null;

    /// <summary>From the setting: a path of a socket, or host:port.</summary>
    /// <exception cref="Refusal">It is neither.</exception>
    public static Clamd At(string? setting)
    {
        if (string.IsNullOrEmpty(setting))
            return new Clamd(null, AddressFamily.Unspecified, "");
        if (setting.StartsWith('/'))
            return new Clamd((s, stop) => s.ConnectAsync(new UnixDomainSocketEndPoint(setting), stop), AddressFamily.Unix, setting);
        var colon = setting.LastIndexOf(':');
        if (colon < 1 || !ushort.TryParse(setting[(colon + 1)..], CultureInfo.InvariantCulture, out var port))
            throw new Refusal($"INTRANET_CLAMD is neither a path of a socket nor host:port: {setting}");
        return new Clamd((s, stop) => s.ConnectAsync(setting[..colon], port, stop), AddressFamily.InterNetwork, setting);
    }

    /// <summary>What was found in it; null when nothing was.</summary>
    /// <exception cref="ClamdSilence">There is no verdict.</exception>
    public async Task<string?> Ask(Stream content, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Longest);
        try
        {
            using var socket = await Connect(patience.Token);
            await using var wire = new NetworkStream(socket);
            // It may answer before it has all, and hangs up then.
            var answering = Read(wire, patience.Token);
            await Send(wire, content, answering, patience.Token);
            return Verdict(await answering);
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new ClamdSilence($"clamd at {place} does not answer: {e.Message.TrimEnd('.')}.", tooLarge: false);
        }
    }

    private async Task<Socket> Connect(CancellationToken stop)
    {
        var socket =
            family == AddressFamily.Unix
                ? new Socket(family, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
            soon.CancelAfter(Connecting);
            await open!(socket, soon.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task Send(NetworkStream wire, Stream content, Task<string> answering, CancellationToken stop)
    {
        try
        {
            await wire.WriteAsync("zINSTREAM\0"u8.ToArray(), stop);
            var piece = new byte[4 + PieceSize];
            for (int read; !answering.IsCompleted && (read = await content.ReadAsync(piece.AsMemory(4), stop)) > 0; )
            {
                BinaryPrimitives.WriteInt32BigEndian(piece, read);
                await wire.WriteAsync(piece.AsMemory(0, 4 + read), stop);
            }
            await wire.WriteAsync(new byte[4], stop);
        }
        catch (IOException) when (!stop.IsCancellationRequested)
        {
            // It hung up; what it said before counts.
        }
    }

    /// <summary>The answer to its closing zero; whoever hangs up while there is more to read may seem to break off after it.</summary>
    private static async Task<string> Read(NetworkStream wire, CancellationToken stop)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length && answer.AsSpan(0, length).IndexOf((byte)0) < 0)
        {
            if (await wire.ReadAsync(answer.AsMemory(length), stop) is not (> 0 and var read))
                break;
            length += read;
        }
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    private string? Verdict(string answer)
    {
        var said = answer.StartsWith("stream: ", StringComparison.Ordinal) ? answer["stream: ".Length..] : answer;
        return said == "OK" ? null
            : said.EndsWith(Found, StringComparison.Ordinal) ? said[..^Found.Length]
            : throw new ClamdSilence(
                $"clamd at {place} gives no verdict: {(said.Length == 0 ? "it hung up" : said)}.",
                tooLarge: said.Contains("size limit exceeded", StringComparison.OrdinalIgnoreCase)
            );
    }
}

/// <summary>There is no verdict, for the reason the message gives to whoever runs the intranet.</summary>
public sealed class ClamdSilence(string because, bool tooLarge) : Exception(because)
{
    public bool TooLarge { get; } = tooLarge;
}
