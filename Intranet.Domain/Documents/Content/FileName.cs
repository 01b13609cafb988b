using System.Globalization;
using System.Text;

namespace Intranet.Domain.Documents.Content;

/// <summary>Names of files as they come from anywhere, made fit to be kept, shown and downloaded.</summary>
public static class FileName
{
    /// <summary>The longest name, in bytes of UTF-8; what common file systems take.</summary>
    public const int MaxBytes = 255;

    /// <summary>What a file is called when nothing of its name remains.</summary>
    public const string Unnamed = "Unnamed";

    private const int MaxExtensionBytes = 32;
    private const char NonJoiner = '\u200c';
    private const char Joiner = '\u200d';

    /// <summary>
    /// The name in composed Unicode, without signs that hide, reorder or end a line, without slashes, trimmed, cut between graphemes
    /// and before the extension. Cleaning a clean name changes nothing.
    /// </summary>
    public static string Clean(string name)
    {
        var clean = Tidy(name);
        for (var again = Tidy(clean); again != clean; again = Tidy(clean))
            clean = again;
        return clean;
    }

    /// <summary>The part after the last dot in lower case and without the dot; empty where there is none.</summary>
    public static string Extension(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[(dot + 1)..].ToLowerInvariant() : "";
    }

    /// <summary>The clean name as every desktop can store it, Windows included: no reserved signs or device names, no dot or blank at the end.</summary>
    public static string ForDownload(string name)
    {
        var safe = new StringBuilder(Clean(name));
        for (var i = 0; i < safe.Length; i++)
        {
            if (safe[i] is '<' or '>' or ':' or '"' or '|' or '?' or '*')
                safe[i] = '_';
        }
        var kept = safe.ToString().TrimEnd([.. Blanks, '.']);
        return kept.Length == 0 ? Unnamed : Cut(IsDevice(kept) ? "_" + kept : kept);
    }

    private static string Tidy(string name)
    {
        var kept = Joined(Visible(name).Normalize(NormalizationForm.FormC)).Trim(Blanks);
        kept = kept.AsSpan().TrimStart('.').IsEmpty ? Unnamed : kept;
        return Cut(kept);
    }

    private static readonly char[] Blanks =
    [
        .. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(char.IsWhiteSpace),
        NonJoiner,
        Joiner,
    ];

    /// <summary>Runs of blanks become one: many would push the extension out of sight.</summary>
    private static string Visible(string name)
    {
        var seen = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var blank = Rune.IsWhiteSpace(rune);
            if (rune.Value is '/' or '\\')
                seen.Append('_');
            else if (blank && seen.Length > 0 && char.IsWhiteSpace(seen[^1]))
                continue;
            else if (blank)
                seen.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator ? (char)rune.Value : ' ');
            else if (!Hides(rune))
                seen.Append(rune);
        }
        return seen.ToString();
    }

    /// <summary>Joiners have a meaning between letters of some scripts and between the parts of an emoji, and nowhere else.</summary>
    private static string Joined(string name)
    {
        var kept = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var joins = kept.Length > 0 && i + 1 < name.Length && kept[^1] > '\u02ff' && name[i + 1] > '\u02ff';
            if (!IsJoiner(name[i]) || (joins && !IsJoiner(kept[^1])))
                kept.Append(name[i]);
        }
        return kept.ToString();
    }

    private static bool IsJoiner(char c) => c is NonJoiner or Joiner;

    private static bool Hides(Rune rune) =>
        rune.Value switch
        {
            NonJoiner or Joiner => false,
            // What stands in for broken UTF-16, and letters that are drawn as nothing.
            0xfffd or 0x034f or 0x115f or 0x1160 or 0x17b4 or 0x17b5 or 0x2800 or 0x3164 or 0xffa0 => true,
            >= 0x180b and <= 0x180f => true,
            >= 0xe0000 and <= 0xe0fff => true,
            var value when (value & 0xfffe) == 0xfffe || value is >= 0xfdd0 and <= 0xfdef => true,
            _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format,
        };

    private static string Cut(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
            return name;
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && Encoding.UTF8.GetByteCount(name.AsSpan(dot)) <= MaxExtensionBytes ? name[dot..] : "";
        var (room, end) = (MaxBytes - Encoding.UTF8.GetByteCount(extension), 0);
        var stem = name[..(name.Length - extension.Length)];
        while (end < stem.Length)
        {
            var next = StringInfo.GetNextTextElementLength(stem, end);
            room -= Encoding.UTF8.GetByteCount(stem.AsSpan(end, next));
            if (room < 0)
                break;
            end += next;
        }
        var kept = stem[..end].TrimEnd(Blanks);
        // One grapheme may be longer than all the room there is.
        return (kept.Length == 0 ? Unnamed : kept) + extension;
    }

    /// <summary>Windows opens a device by these names, whatever extension follows.</summary>
    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd().ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$"
            || (stem.Length == 4 && stem[..3] is "COM" or "LPT" && (char.IsAsciiDigit(stem[3]) || stem[3] is '¹' or '²' or '³'));
    }
}
