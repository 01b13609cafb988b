using System.Globalization;
using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Intranet.App.Shared.Text;

/// <summary>A <c>#topic</c> found while parsing.</summary>
internal sealed class TopicInline(string written) : LeafInline
{
    public string Written { get; } = written;
    public string Topic { get; } = Topics.Canonical(written);
    public bool Linked { get; set; }
}

/// <summary>The spelling rules of topics.</summary>
public static class Topics
{
    /// <summary>The longest topic, in UTF-16 units.</summary>
    public const int MaxLength = 50;

    /// <summary>The one spelling under which a topic is stored and found: composed, lower case, without joiners.</summary>
    public static string Canonical(string topic) =>
        topic
            .TrimStart('#')
            .Replace("\u200c", "", StringComparison.Ordinal)
            .Replace("\u200d", "", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormC)
            .ToLowerInvariant();

    /// <summary>The address of the page of a topic.</summary>
    public static string Path(string canonical) => "/topics/" + Uri.EscapeDataString(canonical);

    /// <summary>How many characters from the start of the text belong to the topic's word; 0 when it is none.</summary>
    internal static int WordLength(ReadOnlySpan<char> text)
    {
        var (at, end, letters) = (0, 0, 0);
        foreach (var rune in text[..Math.Min(text.Length, MaxLength + 2)].EnumerateRunes())
        {
            var inWord = IsWord(rune);
            if (!inWord && !IsJoiner(rune))
            {
                break;
            }

            at += rune.Utf16SequenceLength;
            end = inWord ? at : end;
            letters += Rune.IsLetter(rune) ? 1 : 0;
        }

        return letters > 0 && end <= MaxLength ? end : 0;
    }

    private static bool IsJoiner(Rune rune) => rune.Value is '-' or '_' or 0x200c or 0x200d;

    private static bool IsWord(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber;
}

/// <summary>Finds topics outside code and addresses.</summary>
internal sealed class TopicParser : InlineParser
{
    public TopicParser() => OpeningCharacters = ['#'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (char.IsLetterOrDigit(before) || before is '/' or '&' or '#' or '=' or '@' or '-' or '\\')
        {
            return false;
        }

        var length = Topics.WordLength(slice.AsSpan()[1..]);
        if (length == 0)
        {
            return false;
        }

        processor.Inline = new TopicInline(slice.AsSpan().Slice(1, length).ToString());
        slice.Start += length + 1;
        return true;
    }
}

/// <summary>Writes a topic as a link to its page, or as text inside another link.</summary>
internal sealed class TopicRenderer : HtmlObjectRenderer<TopicInline>
{
    protected override void Write(HtmlRenderer renderer, TopicInline topic)
    {
        if (!topic.Linked || !renderer.EnableHtmlForInline)
        {
            renderer.WriteEscape("#" + topic.Written);
            return;
        }

        renderer.Write("<a class=\"topic\" href=\"").Write(Topics.Path(topic.Topic)).Write("\">#");
        renderer.WriteEscape(topic.Written).Write("</a>");
    }
}
