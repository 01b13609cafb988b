using Intranet.App.Documents.Content.Readers;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Documents.Content;
using Kind = Intranet.Domain.Documents.Content.ContentKind;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>Makes previews. Foreign formats are opened in processes of their own; here only text and pixels are met, both bounded.</summary>
public sealed class Previewing(ReadingRoom room, DrawnPictures pictures, Markdown markdown, OfficePrinter printer)
{
    /// <summary>How much of a text is shown, in bytes.</summary>
    public const int MostText = 256 * 1024;

    private const long MostUnknown = 64 * 1024 * 1024;
    private static readonly string Beginnings = $"These are the first {MostText / 1024} KB.";

    /// <summary>The preview that follows from the stored type, which bytes and name once agreed on; null where the file must be looked at.</summary>
    public static Preview? Unread(string mediaType, long size) =>
        mediaType == Kind.Pdf.MediaType ? new Preview.Paper(null)
        : IsPlayed(mediaType) ? new Preview.Played(mediaType)
        : IsHeap(mediaType, size) ? new Preview.Nothing($"This is {Kind.Unknown}: it can be downloaded, but it is not shown here.")
        : null;

    /// <summary>Much of nobody knows what: it is not fetched from a store far away only to say so.</summary>
    public static bool IsHeap(string mediaType, long size) => mediaType == Kind.Unknown.MediaType && size > MostUnknown;

    /// <summary>Sound and film.</summary>
    public static bool IsPlayed(string mediaType) =>
        mediaType.StartsWith("audio/", StringComparison.Ordinal) || mediaType.StartsWith("video/", StringComparison.Ordinal);

    /// <summary>The preview of the file at a path. The key is the same for the same content, and for no other.</summary>
    /// <exception cref="Refusal">Too many documents wait already; to be tried again later.</exception>
    public async Task<Preview> MakeAsync(string path, string name, string key, CancellationToken stop = default)
    {
        ContentType type;
        await using (var file = File.OpenRead(path))
            type = ContentType.Of(file, name);
        if (type.Verdict == Verdict.Refused)
            return new Preview.Nothing(type.Sentence);
        return type.Kind switch
        {
            { Family: Family.Image } => await Draw(path, key),
            { Family: Family.Film } => new Preview.Played(type.Kind.MediaType),
            _ when type.Kind == Kind.Pdf => new Preview.Paper(null),
            _ when type.Kind == Kind.Html || type.Kind == Kind.Markdown || type.Kind == Kind.Csv => Write(path, type.Kind),
            _ when type.Kind == Kind.Text || type.Kind == Kind.Code || type.Kind == Kind.Script => Show(path),
            _ when OfficePrinter.Prints(type.Kind) => await Print(path, name, key, type.Kind, stop),
            _ when TextOf.Reads(type.Kind) => await Read(path, name, null, stop),
            _ when type.Verdict == Verdict.Neutralised => new Preview.Nothing(type.Sentence),
            _ => new Preview.Nothing($"This is {type.Kind}: it can be downloaded, but it is not shown here."),
        };
    }

    private async Task<Preview> Draw(string path, string key)
    {
        try
        {
            var (width, height) = await pictures.Draw(path, key);
            return new Preview.Drawn(width, height);
        }
        catch (Refusal refusal)
        {
            return new Preview.Nothing(refusal.Message);
        }
    }

    /// <summary>A text whose markup is too much to be shown is shown as it was written.</summary>
    private Preview Write(string path, Kind kind)
    {
        var (text, isCut) = Beginning(path);
        try
        {
            return kind == Kind.Csv ? CsvRows.Read(text, isCut)
                : isCut ? Show(path)
                : new Preview.Written(kind == Kind.Html ? HtmlImport.ToSafeHtml(text) : markdown.Render(text).Html);
        }
        catch (Refusal refusal)
        {
            return new Preview.Plain(text, refusal.Message);
        }
    }

    private static Preview Show(string path)
    {
        var (text, isCut) = Beginning(path);
        return new Preview.Plain(text, isCut ? Beginnings : null);
    }

    private async Task<Preview> Print(string path, string name, string key, Kind kind, CancellationToken stop)
    {
        var print = await printer.PrintAsync(path, key, kind, stop);
        return print.File is { } file ? new Preview.Paper(file) : await Read(path, name, print.Because, stop);
    }

    private async Task<Preview> Read(string path, string name, string? instead, CancellationToken stop)
    {
        var extract = await room.ReadAsync(path, name, stop);
        if (extract.Text.Length == 0)
            return new Preview.Nothing(extract.Because ?? TextOf.Silent);
        return extract.Text.Length <= MostText
            ? new Preview.Plain(extract.Text, extract.Because ?? instead)
            : new Preview.Plain(extract.Text[..(char.IsHighSurrogate(extract.Text[MostText - 1]) ? MostText - 1 : MostText)], Beginnings);
    }

    private static (string Text, bool IsCut) Beginning(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[Math.Min(file.Length, MostText)];
        file.ReadExactly(bytes);
        return (Charset.Of(bytes).GetString(bytes).TrimStart('\ufeff'), bytes.Length < file.Length);
    }
}
