using System.Globalization;
using System.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;

namespace Intranet.App.Search;

/// <summary>A piece of plain text and which parts of it were looked for.</summary>
public sealed record Snippet(string Text, IReadOnlyList<Range> Marks)
{
    private const int Before = 60;
    private const int Length = 220;

    /// <summary>The piece of a text around the first word that was looked for, on one line.</summary>
    public static Snippet Around(string text, IReadOnlyList<string> words)
    {
        var line = OneLine.Of(text);
        var first = Find(line, words).Select(r => r.Start.Value).FirstOrDefault();
        var from = first <= Before ? 0 : Boundary(line, first - Before);
        var to = line.Length - from <= Length ? line.Length : Boundary(line, from + Length);
        var piece = (from > 0 ? "… " : "") + line[from..to].Trim() + (to < line.Length ? " …" : "");
        return Of(piece, words) with { Page = PageOf(text, words) };
    }

    /// <summary>The page on which the first word stands, where the text has pages.</summary>
    public int? Page { get; private init; }

    /// <summary>A whole text with what was looked for in it.</summary>
    public static Snippet Of(string text, IReadOnlyList<string> words) => new(text, [.. Find(text, words)]);

    /// <summary>The parts in order; each either was looked for or was not.</summary>
    public IEnumerable<(string Text, bool Marked)> Parts()
    {
        var at = 0;
        foreach (var mark in Marks)
        {
            if (mark.Start.Value > at)
                yield return (Text[at..mark.Start.Value], false);
            yield return (Text[mark], true);
            at = mark.End.Value;
        }
        if (at < Text.Length)
            yield return (Text[at..], false);
    }

    /// <summary>Words of the text that are one of these; the last may be unfinished, as the question's last word may.</summary>
    private static IEnumerable<Range> Find(string text, IReadOnlyList<string> words)
    {
        var folded = words.Select(Fold).ToList();
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsLetterOrDigit(text[start]))
                continue;
            var end = start + 1;
            while (
                end < text.Length
                && (char.IsLetterOrDigit(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark)
            )
                end++;
            var word = Fold(text[start..end]);
            if (folded.Count > 0 && (folded.Contains(word) || word.StartsWith(folded[^1], StringComparison.Ordinal)))
                yield return start..end;
            start = end;
        }
    }

    private static int? PageOf(string text, IReadOnlyList<string> words)
    {
        if (!text.Contains(DocumentText.PageBreak))
            return null;
        foreach (var word in Find(text, words))
            return text.AsSpan(0, word.Start.Value).Count(DocumentText.PageBreak) + 1;
        return null;
    }

    /// <summary>Never between the halves of a pair, and after a blank where one is near.</summary>
    private static int Boundary(string text, int at)
    {
        var blank = text.IndexOf(' ', at, Math.Min(20, text.Length - at));
        if (blank >= 0)
            return blank;
        return at > 0 && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    /// <summary>As the indexes compare: without accents, in small letters.</summary>
    private static string Fold(string word)
    {
        var whole = new string([.. word.Where(c => !char.IsSurrogate(c))]);
        return new string([
            .. whole
                .Normalize(NormalizationForm.FormD)
                .Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                .Select(char.ToLowerInvariant),
        ]);
    }
}
