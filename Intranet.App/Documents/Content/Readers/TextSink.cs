using System.Text;
using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Content.Readers;

/// <summary>Takes the text of a document up to its limit; signs that no database or browser can hold are left out.</summary>
internal sealed class TextSink(int limit)
{
    private readonly StringBuilder text = new();

    /// <exception cref="EnoughText">The text has reached its limit.</exception>
    public void Append(ReadOnlySpan<char> run)
    {
        foreach (var rune in run.EnumerateRunes())
        {
            if (rune.Value is '\r' or '\u00ad' or 0xfeff || (rune.Value < ' ' && rune.Value is not ('\n' or '\t')))
                continue;
            if (text.Length + rune.Utf16SequenceLength > limit)
                throw new EnoughText();
            text.Append(rune);
        }
    }

    /// <summary>A run of text whose line breaks and indents are only layout.</summary>
    public void Flow(ReadOnlySpan<char> run)
    {
        while (!run.IsEmpty)
        {
            var blank = run.IndexOfAny(" \t\r\n");
            Append(blank < 0 ? run : run[..blank]);
            if (blank < 0)
                return;
            Between(' ');
            run = run[(blank + 1)..].TrimStart(" \t\r\n");
        }
    }

    /// <summary>Ends the line, unless it has just begun.</summary>
    public void EndLine() => Between('\n');

    /// <summary>Ends a cell of a table.</summary>
    public void EndCell() => Between('\t');

    /// <summary>Ends a page, so that one can say on which a word stands.</summary>
    /// <exception cref="EnoughText">The text has reached its limit.</exception>
    public void EndPage()
    {
        EndLine();
        if (text.Length >= limit)
            throw new EnoughText();
        text.Append(DocumentText.PageBreak);
    }

    /// <summary>Without blanks around it; pages without words count as long as others follow.</summary>
    public override string ToString() => text.ToString().TrimEnd().TrimStart([' ', '\n', '\t']);

    private void Between(char sign)
    {
        while (sign == '\n' && text.Length > 0 && text[^1] is ' ' or '\t')
            text.Length--;
        if (text.Length > 0 && !(sign == '\t' ? text[^1] is '\n' : char.IsWhiteSpace(text[^1])))
            Append([sign]);
    }
}

/// <summary>Enough was read; what is there counts.</summary>
internal sealed class EnoughText : Exception;
