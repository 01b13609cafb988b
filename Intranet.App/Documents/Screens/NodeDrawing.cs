using Intranet.App.Documents.Content.Previews;
using Intranet.App.Documents.Downloading;
using Intranet.App.Documents.Order;
using Intranet.App.Shared;
using Intranet.App.Shared.Text;

namespace Intranet.App.Documents.Screens;

/// <summary>The cells of one line, drawn once for all screens that show it.</summary>
internal static class NodeDrawing
{
    private static readonly Drawings<NodeRow> Kept = new();

    public static SafeHtml Cells(Sprite sprite, NodeRow row) => Kept.Find(row, 0) ?? Kept.Keep(row, 0, Draw(sprite, row));

    public static string Address(NodeRow row) => row.IsFolder ? $"/spaces/{row.SpaceId}/documents?folder={row.Id}" : $"/documents/{row.Id}";

    private static SafeHtml Draw(Sprite sprite, NodeRow row)
    {
        var name = SafeHtml.Write($"""<a href="{Address(row)}" data-name dir="auto">{row.Name}</a>""");
        var held = row.Lock is { } l
            ? SafeHtml.Write(
                $"""<span class="tag warn">{sprite.Icon("lock")}{l.Person} has it{(l.Note is null ? "" : $": {l.Note}")}</span>"""
            )
            : default;
        var tags = SafeHtml.Join(
            row.Tags.Select(tag =>
                SafeHtml.Write(
                    $"""<a class="tag" href="{FolderWish.Of(null, tag: tag, everywhere: true).At(row.SpaceId, null)}" dir="auto">{tag}</a> """
                )
            )
        );
        var place = row.Folder is null
            ? default
            : SafeHtml.Write($"""<a class="place" href="{FolderWish.Plain.At(row.SpaceId, row.FolderId)}" dir="auto">{row.Folder}</a>""");
        if (row.TagLine.Length > 0)
            tags = SafeHtml.Write($"""<span class="tags">{tags}</span>""");
        var icon = sprite.Icon(row.IsFolder ? "folder" : "documents");
        var small = Thumbnail.Of(row.Id, row.Number, row.ContentType, row.Size);
        var lead =
            small is null ? icon
            : Thumbnail.IsPaper(row.ContentType, row.Size)
                ? SafeHtml.Write(
                    $"""<span class="thumb leaf">{icon}<img src="{small}" width="40" height="40" alt="" loading="lazy" decoding="async"></span>"""
                )
            : SafeHtml.Write($"""<img class="thumb" src="{small}" width="40" height="40" alt="" loading="lazy" decoding="async">""");
        var number =
            row.Number > 1
                ? SafeHtml.Write(
                    $"""<button type="button" class="link-button" data-do="versions" aria-label="Version {row.Number} of {row.Name}">Version {row.Number}</button>"""
                )
                : default;
        return SafeHtml.Write(
            $"""
            <th scope="row" class="paper">{lead}<span>{name}{place}{Said(row)}{tags}{held}</span></th><td data-label="Changed by">{row.ChangedBy}</td><td data-label="When">{TimeMark.Of(
                row.ChangedAt
            )}</td><td class="num" data-label="Size">{(row.IsFolder ? "" : FileSize.Say(row.Size))}</td><td data-label="Version">{number}</td>
            """
        );
    }

    /// <summary>Whether it is approved, and how much is said about it.</summary>
    private static SafeHtml Said(NodeRow row)
    {
        var approved = row.ApprovedNumber is { } number
            ? SafeHtml.Write(
                $"""<span class="tag {(number == row.Number ? "good" : "warn")}">{(number == row.Number ? "Approved" : "Not approved yet")}</span>"""
            )
            : default;
        var talk = row.Talk switch
        {
            { All: 0 } => default,
            { Open: 0, All: var all } => Link(all == 1 ? "1 comment" : $"{all} comments"),
            { Open: var open } => Link(open == 1 ? "1 open question" : $"{open} open questions"),
        };
        return row.ApprovedNumber is null && row.Talk.All == 0
            ? default
            : SafeHtml.Write($"""<span class="marks">{approved} {talk}</span>""");

        SafeHtml Link(string words) => SafeHtml.Write($"""<a class="tag" href="/documents/{row.Id}#talk-head">{words}</a>""");
    }
}
