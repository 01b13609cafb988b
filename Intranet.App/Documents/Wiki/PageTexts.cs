using System.Text;
using Intranet.App.Documents.Content;
using Intranet.App.Documents.Content.Readers;
using Intranet.App.Documents.Downloading;
using Intranet.App.Shared.Blobs;
using Intranet.App.Shared.Text;
using Intranet.Domain.Access;
using Intranet.Domain.Documents;
using Intranet.Domain.Documents.Content;

namespace Intranet.App.Documents.Wiki;

/// <summary>The texts of pages as they are stored and as they are written in, within the bounds in which they can be shown.</summary>
public sealed class PageTexts(Incoming incoming, IBlobs blobs, Markdown markdown)
{
    /// <summary>In UTF-16 units; what is longer could not be shown with its headings and lists.</summary>
    public const int Limit = Markdown.MaxLength;

    /// <summary>No letter needs more bytes.</summary>
    private const int MostBytes = 4 * Limit;

    /// <summary>The text of a version, to be written in.</summary>
    /// <exception cref="Refusal">It is no text, too long, or its content is missing.</exception>
    public async Task<string> Read(DocumentVersion version)
    {
        await using var file = await blobs.Open(version.BlobKey) ?? throw new Refusal(Downloads.Missing);
        if (file.Length > MostBytes)
            throw new Refusal(TooLong);
        if (file.Length > 0 && !TextOf.IsPlain(ContentType.Of(file, version.Name).Kind))
            throw new Refusal("The content of this document is no text, so it cannot be written in here. Download it to look at it.");
        var bytes = new byte[file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(bytes);
        var text = Markdown.Tidy(Charset.Of(bytes).GetString(bytes).TrimStart('\ufeff'));
        return text.Length <= Limit ? text : throw new Refusal(TooLong);
    }

    /// <summary>The text as it may be kept: what could not be shown is refused before.</summary>
    public string Fit(string text)
    {
        var tidy = Markdown.Tidy(text);
        if (tidy.Length > Limit)
            throw new Refusal(
                $"This text has {tidy.Length:N0} characters, and a page holds {Limit:N0}. Make two pages of it and link one to the other."
            );
        markdown.Render(tidy);
        return tidy;
    }

    /// <summary>Puts a text that fits among the contents.</summary>
    public async Task<StoredFile> Keep(string text, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var type = ContentType.Of(bytes, name);
        if (type.Verdict == Verdict.Refused || (bytes.Length > 0 && !TextOf.IsPlain(type.Kind)))
            throw new Refusal($"A text that begins like this is taken for something else. {type.Sentence} Begin with other words.");
        return new StoredFile(await incoming.PutAsync(bytes), bytes.Length, type.MediaType);
    }

    private static readonly string TooLong =
        $"This document is longer than the {Limit:N0} characters of a page, so it cannot be written in here. Change it on the desktop, or make several pages of it.";
}
