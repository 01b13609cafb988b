namespace Intranet.App.Documents.Content.Readers;

/// <summary>What some words of Rich Text Format mean.</summary>
internal static class RtfWords
{
    /// <summary>Groups that hold no text of the document.</summary>
    public static readonly HashSet<string> Silent =
    [
        .. (
            "colortbl stylesheet info pict object fldinst listtable listoverridetable rsidtbl generator themedata colorschememapping "
            + "datastore latentstyles xmlnstbl filetbl revtbl bkmkstart bkmkend nonshppict listtext"
        ).Split(' '),
    ];

    /// <summary>The code page of a font's \fcharset.</summary>
    public static int? PageOf(int charset) =>
        charset switch
        {
            0 => 1252,
            77 => 10000,
            128 => 932,
            129 => 949,
            134 => 936,
            136 => 950,
            161 => 1253,
            162 => 1254,
            163 => 1258,
            177 => 1255,
            178 => 1256,
            186 => 1257,
            204 => 1251,
            222 => 874,
            238 => 1250,
            _ => null,
        };

    /// <summary>Signs that are written as words.</summary>
    public static char? Sign(string word) =>
        word switch
        {
            "emdash" => '—',
            "endash" => '–',
            "bullet" => '•',
            "lquote" => '‘',
            "rquote" => '’',
            "ldblquote" => '“',
            "rdblquote" => '”',
            _ => null,
        };
}
