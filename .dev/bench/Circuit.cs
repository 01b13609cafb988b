using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MessagePack;

namespace Intranet.Bench;

/// <summary>An open page without a browser: fetches it, connects its circuit, acknowledges what is drawn and answers calls to scripts as an obliging browser would.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _page;
    private readonly Uri _address;
    private Task _reading = Task.CompletedTask;
    private int _object;

    private Circuit(Uri address, string page)
    {
        (_address, _page) = (address, page);
        // Browsers offer it, and a server that accepts pays for it in memory.
        _socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
    }

    /// <summary>Called with what is drawn: the bytes of a batch, as they arrive.</summary>
    public Action<ReadOnlyMemory<byte>> Drawn { get; set; } = _ => { };

    /// <summary>Script objects the page holds: one for each script that was attached.</summary>
    public int Scripts => _object;

    public bool Open => _socket.State == WebSocketState.Open;

    public static async Task<Circuit> Connect(Visitor visitor, string path)
    {
        var circuit = new Circuit(visitor.Address, await visitor.Page(path));
        var token = JsonDocument
            .Parse(await visitor.Post("/_blazor/negotiate?negotiateVersion=1"))
            .RootElement.GetProperty("connectionToken");
        circuit._socket.Options.Cookies = visitor.Cookies;
        var hub = new UriBuilder(new Uri(visitor.Address, "/_blazor"))
        {
            Scheme = "ws",
            Query = $"id={Uri.EscapeDataString(token.GetString()!)}",
        };
        await circuit._socket.ConnectAsync(hub.Uri, default);
        await circuit.Send(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text);
        await circuit._socket.ReceiveAsync(new byte[256], default);
        circuit._reading = Task.Run(circuit.Read);
        await circuit.Begin(new Uri(visitor.Address, path));
        return circuit;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task Begin(Uri page)
    {
        var state = State().Match(_page).Groups[1].Value;
        await Send(Frames.Call("0", "StartCircuit", _address.ToString(), page.ToString(), "[]", state));
        await _ready.Task.WaitAsync(TimeSpan.FromSeconds(60));
        var markers = Markers()
            .Matches(_page)
            .Select(m => m.Groups[1].Value)
            .Where(m => m.Contains("\"descriptor\"", StringComparison.Ordinal));
        var adding = markers.Select((marker, i) => $"{{\"type\":\"add\",\"ssrComponentId\":{i + 1},\"marker\":{marker}}}");
        await Send(Frames.Call(null, "UpdateRootComponents", $"{{\"batchId\":1,\"operations\":[{string.Join(',', adding)}]}}", state));
    }

    private async Task Read()
    {
        var buffer = new byte[1 << 16];
        var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), default);
                if (part.MessageType == WebSocketMessageType.Close)
                    return;
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                foreach (var frame in Frames.Cut(message.GetBuffer().AsMemory(0, (int)message.Length)))
                    await Hear(frame);
                message.SetLength(0);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            _ready.TrySetException(e);
        }
    }

    private Task Hear(ReadOnlyMemory<byte> frame)
    {
        var reader = new MessagePackReader(frame);
        reader.ReadArrayHeader();
        var kind = reader.ReadInt32();
        if (kind == 3)
            _ready.TrySetResult();
        if (kind != 1)
            return Task.CompletedTask;
        reader.Skip();
        reader.Skip();
        var method = reader.ReadString();
        reader.ReadArrayHeader();
        switch (method)
        {
            case "JS.RenderBatch":
                var batch = reader.ReadInt64();
                if (reader.ReadBytes() is { } bytes)
                    foreach (var part in bytes)
                        Drawn(part);
                return Send(Frames.Call(null, "OnRenderCompleted", batch, null));
            case "JS.BeginInvokeJS":
                var (task, wantsObject) = Asked(ref reader);
                return task == 0 ? Task.CompletedTask : Answer(task, wantsObject);
            case "JS.Error":
                throw new InvalidOperationException($"The circuit broke: {reader.ReadString()}");
            default:
                return Task.CompletedTask;
        }
    }

    /// <summary>Which call awaits an answer, and whether the answer is a script object.</summary>
    private static (long Task, bool Object) Asked(ref MessagePackReader reader)
    {
        if (reader.NextMessagePackType == MessagePackType.String)
        {
            var call = JsonDocument.Parse(reader.ReadString()!).RootElement;
            return (Long("asyncHandle"), Long("resultType") == 1);

            long Long(string name) =>
                call.EnumerateObject()
                    .FirstOrDefault(p => p.NameEquals(name) || p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    .Value
                    is { ValueKind: JsonValueKind.Number } number
                    ? number.GetInt64()
                    : 0;
        }
        var task = reader.ReadInt64();
        reader.Skip();
        reader.Skip();
        return (task, reader.ReadInt32() == 1);
    }

    private Task Answer(long task, bool wantsObject)
    {
        var result = wantsObject ? $"{{\"__jsObjectId\":{Interlocked.Increment(ref _object)}}}" : "null";
        return Send(Frames.Call(null, "EndInvokeJSFromDotNet", task, true, $"[{task},true,{result}]"));
    }

    private async Task Send(byte[] bytes, WebSocketMessageType kind = WebSocketMessageType.Binary)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, kind, endOfMessage: true, default);
        }
        finally
        {
            _sending.Release();
        }
    }

    [GeneratedRegex("<!--Blazor-Server-Component-State:([^>]*?)-->")]
    private static partial Regex State();

    [GeneratedRegex("<!--Blazor:({.*?})-->")]
    private static partial Regex Markers();
}
