using System.Globalization;
using System.Text;

namespace Intranet.Domain.Access;

/// <summary>A name, a title or an excerpt: one line, with nothing in it that cannot be seen, turns around what stands after it, or grows out of its line.</summary>
public static class OneLine
{
    /// <summary>Marks on one letter; no language needs more.</summary>
    private const int MostMarks = 3;

    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';

    /// <summary>Letters and symbols of no language's use here that are drawn as nothing, so that two names could look the same.</summary>
    private static readonly HashSet<int> Blank =
    [
        0x034F,
        0x115F,
        0x1160,
        0x17B4,
        0x17B5,
        0x180B,
        0x180C,
        0x180D,
        0x180F,
        0x2800,
        0x3164,
        0xFFA0,
    ];

    public static string Of(string? text)
    {
        var line = new StringBuilder(text?.Length ?? 0);
        var (before, marks) = (new Rune(' '), 0);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var mark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            marks = mark ? marks + 1 : 0;
            if (Rune.IsWhiteSpace(rune))
            {
                if (before.Value != ' ')
                    line.Append(' ');
                before = new Rune(' ');
            }
            else if (marks <= MostMarks && IsSeen(rune, before))
            {
                line.Append(rune);
                before = rune;
            }
        }
        return line.ToString().Trim(' ', NonJoiner, Joiner).Normalize();
    }

    /// <summary>Joiners shape letters in Persian and Indian scripts and join emoji; beside Latin letters they only hide.</summary>
    private static bool IsSeen(Rune rune, Rune before) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format => rune.Value is NonJoiner or Joiner && before.Value >= 0x0370,
            UnicodeCategory.Control => false,
            _ => !Blank.Contains(rune.Value),
        };
}
