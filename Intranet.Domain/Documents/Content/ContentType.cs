namespace Intranet.Domain.Documents.Content;

/// <summary>What a file is, by its bytes and its name, and what may be done with it; the sentence says why.</summary>
public sealed record ContentType(ContentKind Kind, Verdict Verdict, string Sentence)
{
    /// <summary>How many bytes from the start, and from the end, are enough to tell.</summary>
    public const int Sample = 64 * 1024;

    /// <summary>How the bytes are told to a browser.</summary>
    public string MediaType => Verdict == Verdict.Accepted ? Kind.MediaType : ContentKind.Unknown.MediaType;

    /// <summary>Judges a content that can be read at any place of its bytes.</summary>
    public static ContentType Of(Stream bytes, string name)
    {
        var head = new byte[Math.Min(bytes.Length, Sample)];
        var tail = new byte[Math.Min(bytes.Length - head.Length, Sample)];
        bytes.Position = 0;
        bytes.ReadExactly(head);
        bytes.Position = bytes.Length - tail.Length;
        bytes.ReadExactly(tail);
        return Of(head, tail, name);
    }

    /// <summary>Judges by the first bytes and the name.</summary>
    public static ContentType Of(ReadOnlySpan<byte> head, string name) => Of(head, [], name);

    /// <summary>Judges by the first bytes, the last ones and the name. The last ones tell what a large archive holds.</summary>
    public static ContentType Of(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, string name)
    {
        var told = ContentKind.Named(FileName.Clean(name));
        if (head.IsEmpty)
            return new(told ?? ContentKind.Unknown, Verdict.Neutralised, "This file is empty.");
        var seen = Containers.Of(head, tail) ?? Signatures.Of(head) ?? Characters.Of(head);
        return (told, seen) switch
        {
            (null, null) => new(
                ContentKind.Unknown,
                Verdict.Neutralised,
                "Its type is not known here, so it can be downloaded but not shown."
            ),
            (null, _) => AsItIs(seen),
            (_, null) when told.Family is Family.Film or Family.Image or Family.Other or Family.Archive or Family.Program => new(
                told,
                Verdict.Neutralised,
                $"It is called {told}, but its content is not recognised, so it can be downloaded but not shown."
            ),
            (_, null) => Damaged(told),
            _ => Agree(told, seen) ? AsItIs(Closer(told, seen)) : Lie(told, seen),
        };
    }

    private static ContentType AsItIs(ContentKind kind) =>
        kind.Nature switch
        {
            Nature.Still => new(kind, Verdict.Accepted, $"This is {kind}."),
            Nature.Active => new(
                kind,
                Verdict.Neutralised,
                $"This is {kind}: a browser could run what stands in it, so it is only downloaded."
            ),
            Nature.Macros => new(
                kind,
                Verdict.Neutralised,
                $"This is {kind}: they could do harm, so it is only downloaded. Open it if you trust its author."
            ),
            Nature.Program => new(
                kind,
                Verdict.Neutralised,
                $"This is {kind}: it is never run here, only downloaded. Open it if you trust its author."
            ),
        };

    /// <summary>A program under another name is meant to be opened by mistake, and so is a page where the browser shows things by itself.</summary>
    private static ContentType Lie(ContentKind told, ContentKind seen)
    {
        var shown = told.Family is Family.Image or Family.Film or Family.Pdf;
        if (seen.Family == Family.Program || (seen.Nature != Nature.Still && shown))
            return new(
                seen,
                Verdict.Refused,
                $"This file is called {told}, but it is {seen}. It was not taken. Give it its true name if that is what you mean."
            );
        return new(
            seen,
            Verdict.Neutralised,
            seen.Family == Family.Text
                ? Damaged(told).Sentence
                : $"This file is called {told}, but it is {seen}, so it can be downloaded but not shown."
        );
    }

    private static ContentType Damaged(ContentKind told) =>
        new(
            told,
            Verdict.Neutralised,
            $"This file is called {told}, but its content is not: it may be damaged. It can be downloaded but not shown."
        );

    /// <summary>Whether the content may go by the name without misleading anybody.</summary>
    private static bool Agree(ContentKind told, ContentKind seen) =>
        told == seen
        || told.Family switch
        {
            Family.Text => seen.Family is Family.Text or Family.Page && (told != ContentKind.Rtf),
            Family.Page => seen.Family is Family.Text or Family.Page && seen.Nature != Nature.Program,
            Family.Image => seen.Family == Family.Image,
            Family.Film => seen.Family == Family.Film,
            Family.Archive => seen.Family is Family.Archive or Family.Zip,
            Family.Program => seen.Family is Family.Program or Family.Zip or Family.Compound,
            Family.Compound => seen.Family is Family.Compound,
            Family.Zip when told == ContentKind.Zip => seen.Family == Family.Zip,
            // Office puts a password around a document by packing it into its older container.
            Family.Zip => seen == ContentKind.Locked || Macros(told) == seen || (told.Nature == Nature.Macros && seen.Family == Family.Zip),
            Family.Pdf or Family.Other => false,
        };

    /// <summary>Of what is called and what is seen, the one that says more, and never the one that says less about danger.</summary>
    private static ContentKind Closer(ContentKind told, ContentKind seen) =>
        told.Family switch
        {
            Family.Text or Family.Page or Family.Program => told,
            Family.Zip when told.Nature == Nature.Macros => told,
            Family.Compound when seen == ContentKind.Compound => told,
            _ => seen,
        };

    private static ContentKind? Macros(ContentKind kind) =>
        kind switch
        {
            _ when kind == ContentKind.Docx => ContentKind.Docm,
            _ when kind == ContentKind.Xlsx => ContentKind.Xlsm,
            _ when kind == ContentKind.Pptx => ContentKind.Pptm,
            _ when kind.MediaType.Contains("opendocument", StringComparison.Ordinal) => ContentKind.Odm,
            _ => null,
        };
}
