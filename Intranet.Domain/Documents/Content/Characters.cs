using System.Text;

namespace Intranet.Domain.Documents.Content;

/// <summary>Tells text from other bytes, and pages that a browser would run from text that only speaks of them.</summary>
internal static class Characters
{
    /// <summary>A file without a signature: a text of some kind, or null when it holds what texts do not.</summary>
    public static ContentKind? Of(ReadOnlySpan<byte> head)
    {
        var wide = head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || head.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]);
        if (!wide && head.ContainsAny(Controls))
            return null;
        var text = (wide ? (head[0] == 0xff ? Encoding.Unicode : Encoding.BigEndianUnicode) : Encoding.Latin1).GetString(head);
        return text.TrimStart('\ufeff', 'ï', '»', '¿', ' ', '\t', '\r', '\n') switch
        {
            var start when Opens(start, "<svg") || (Opens(start, "<?xml") && Speaks(start, "<svg")) => ContentKind.Svg,
            var start when Opens(start, "<?xml") && !Speaks(start, "<html") => ContentKind.Code,
            var start when Opens(start, "<") && Array.Exists(Openings, tag => Speaks(start, tag)) => ContentKind.Html,
            var start when Opens(start, "#!") => ContentKind.Script,
            _ => ContentKind.Text,
        };
    }

    /// <summary>The bytes below the blank that no text has, in any of the encodings people use.</summary>
    private static readonly System.Buffers.SearchValues<byte> Controls = System.Buffers.SearchValues.Create([
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        11,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        23,
        24,
        25,
        28,
        29,
        30,
        31,
    ]);

    /// <summary>What makes a browser take bytes for a page (WHATWG MIME Sniffing, 7.1).</summary>
    private static readonly string[] Openings =
    [
        "<!doctype html",
        "<html",
        "<head",
        "<script",
        "<iframe",
        "<body",
        "<title",
        "<style",
        "<table",
        "<div",
        "<h1",
        "<font",
        "<a ",
        "<p>",
        "<br",
        "<!--",
        "<img",
        "<object",
        "<embed",
        "<meta",
        "<form",
    ];

    private static bool Opens(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool Speaks(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
