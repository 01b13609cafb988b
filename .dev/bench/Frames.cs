using System.Buffers;
using MessagePack;

namespace Intranet.Bench;

/// <summary>The wire format of circuits: MessagePack arrays, each after its length in seven-bit groups.</summary>
internal static class Frames
{
    /// <summary>An invocation of a server method; the arguments are text, whole numbers, truth values or null.</summary>
    public static byte[] Call(string? invocation, string method, params object?[] arguments)
    {
        var body = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(body);
        writer.WriteArrayHeader(6);
        writer.Write(1);
        writer.WriteMapHeader(0);
        writer.Write(invocation);
        writer.Write(method);
        writer.WriteArrayHeader(arguments.Length);
        foreach (var argument in arguments)
            Write(ref writer, argument);
        writer.WriteArrayHeader(0);
        writer.Flush();
        return Framed(body.WrittenSpan);
    }

    /// <summary>Takes whole messages off the front of what was received; what is left belongs to the next.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Cut(ReadOnlyMemory<byte> received)
    {
        while (received.Length > 0)
        {
            var (length, prefix) = Length(received.Span);
            yield return received.Slice(prefix, length);
            received = received[(prefix + length)..];
        }
    }

    private static void Write(ref MessagePackWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNil();
                break;
            case string text:
                writer.Write(text);
                break;
            case bool truth:
                writer.Write(truth);
                break;
            default:
                writer.Write(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    private static byte[] Framed(ReadOnlySpan<byte> body)
    {
        var prefix = new List<byte>();
        for (var left = body.Length; ; left >>= 7)
        {
            prefix.Add((byte)(left > 0x7f ? (left & 0x7f) | 0x80 : left));
            if (left <= 0x7f)
                return [.. prefix, .. body];
        }
    }

    private static (int Length, int Prefix) Length(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        for (var i = 0; ; i++)
        {
            length |= (bytes[i] & 0x7f) << (7 * i);
            if ((bytes[i] & 0x80) == 0)
                return (length, i + 1);
        }
    }
}
