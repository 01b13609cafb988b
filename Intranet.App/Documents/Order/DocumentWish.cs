using Intranet.Domain.Documents;

namespace Intranet.App.Documents.Order;

/// <summary>Which of the documents of all my spaces one wants to see, and in what order.</summary>
/// <param name="Text">What the name holds.</param>
public sealed record DocumentWish(
    string? Text = null,
    DocumentPick Pick = DocumentPick.All,
    DocumentOrder Order = DocumentOrder.Changed,
    Guid? SpaceId = null,
    DocumentSort? Sort = null
);

public enum DocumentPick
{
    All,

    /// <summary>What I have opened, the latest first.</summary>
    Recent,

    /// <summary>What I have marked, folders as well.</summary>
    Starred,
}

public enum DocumentOrder
{
    Changed,
    Name,
    Size,
}

/// <summary>What people look for when they have forgotten the name.</summary>
public enum DocumentSort
{
    Pdf,
    Text,
    Table,
    Slides,
    Picture,
    Media,
}

internal static class DocumentSorts
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string Oasis = "application/vnd.oasis.opendocument.";

    /// <summary>What people call them.</summary>
    public static readonly IReadOnlyList<(DocumentSort Sort, string Words)> Words =
    [
        (DocumentSort.Pdf, "PDF"),
        (DocumentSort.Text, "Texts"),
        (DocumentSort.Table, "Tables"),
        (DocumentSort.Slides, "Slides"),
        (DocumentSort.Picture, "Pictures"),
        (DocumentSort.Media, "Sound and film"),
    ];

    public static IQueryable<Node> Of(this IQueryable<Node> nodes, DocumentSort sort) =>
        sort switch
        {
            DocumentSort.Pdf => nodes.Where(n => n.ContentType == "application/pdf"),
            DocumentSort.Text => nodes.Where(n =>
                n.ContentType!.StartsWith(Office + "wordprocessingml")
                || n.ContentType.StartsWith("application/vnd.ms-word")
                || n.ContentType == "application/msword"
                || n.ContentType == Oasis + "text"
                || n.ContentType == "application/rtf"
                || (n.ContentType == "text/plain" && !n.NameKey.EndsWith(".CSV") && !n.NameKey.EndsWith(".TSV"))
            ),
            DocumentSort.Table => nodes.Where(n =>
                n.ContentType!.StartsWith(Office + "spreadsheetml")
                || n.ContentType.StartsWith("application/vnd.ms-excel")
                || n.ContentType == Oasis + "spreadsheet"
                || n.NameKey.EndsWith(".CSV")
                || n.NameKey.EndsWith(".TSV")
            ),
            DocumentSort.Slides => nodes.Where(n =>
                n.ContentType!.StartsWith(Office + "presentationml")
                || n.ContentType.StartsWith("application/vnd.ms-powerpoint")
                || n.ContentType == Oasis + "presentation"
            ),
            DocumentSort.Picture => nodes.Where(n => n.ContentType!.StartsWith("image/")),
            DocumentSort.Media => nodes.Where(n => n.ContentType!.StartsWith("audio/") || n.ContentType.StartsWith("video/")),
            _ => throw new ArgumentOutOfRangeException(nameof(sort)),
        };
}
