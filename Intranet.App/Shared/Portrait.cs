using System.Globalization;

namespace Intranet.App.Shared;

/// <summary>How a person without a picture is drawn: always the same for the same person, and legible in both themes.</summary>
public sealed record Portrait(string Tone, string Shape, string Turn, string Initials)
{
    /// <summary>How much the shape darkens the tone; darker only adds contrast to the white initials.</summary>
    public const string Shade = ".16";

    public static readonly IReadOnlyList<string> Tones =
    [
        "#3F5E8C",
        "#7A4B6B",
        "#2F6B5E",
        "#86542A",
        "#5B5F97",
        "#65642B",
        "#8C3F4D",
        "#3D6678",
        "#6B4A8A",
        "#4F6B3A",
    ];

    private static readonly string[] Shapes =
    [
        "M36-14a20 20 0 1 0 0 40z",
        "M0 36V14L36 36Z",
        "M18 18H36V36H18Z",
        "M3 36a15 15 0 0 1 30 0z",
    ];

    public static Portrait Of(Guid id, string name)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        // FNV-1a over the id: a version 7 id begins with the time, so its bytes alone would repeat among neighbours.
        var hash = 2166136261u;
        foreach (var b in bytes)
            hash = (hash ^ b) * 16777619u;
        hash ^= hash >> 15;
        return new Portrait(
            Tones[(int)(hash % (uint)Tones.Count)],
            Shapes[(hash >> 8) % (uint)Shapes.Length],
            $"rotate({(hash >> 12) % 8 * 45} 18 18)",
            InitialsOf(name)
        );
    }

    /// <summary>The first letter of the first and of the last name, whatever the script.</summary>
    public static string InitialsOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(w => char.IsLetter(w, 0) && !w.EndsWith('.'))
            .ToArray();
        return words.Length switch
        {
            0 => name.Length > 0 ? First(name) : "?",
            1 => First(words[0]),
            _ => First(words[0]) + First(words[^1]),
        };
    }

    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
