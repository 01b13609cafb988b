using System.Globalization;
using Intranet.App.Data;
using Intranet.App.Shared;
using Intranet.App.Shared.Images;
using Intranet.App.Shared.Text;

namespace Intranet.App.Feeds;

/// <summary>A small card for each document under the text that links to it, drawn once for all screens that show the same.</summary>
internal static class EnclosureDrawing
{
    /// <summary>More than these are told as a number.</summary>
    public const int Most = 4;

    private static readonly int Large = Pictures.Slots[1];
    private static readonly Drawings<Enclosed> Kept = new();

    public static SafeHtml Of(Sprite sprite, Enclosed enclosed) =>
        enclosed.Seen.Count == 0 ? default : Kept.Find(enclosed, 0) ?? Kept.Keep(enclosed, 0, Draw(sprite, enclosed));

    private static SafeHtml Draw(Sprite sprite, Enclosed enclosed)
    {
        var cards = SafeHtml.Join(enclosed.Seen.Take(Most).Select(paper => paper.Gone ? Gone(sprite, paper) : Card(sprite, paper)));
        var more = enclosed.Seen.Count - Most;
        var rest = more > 0 ? SafeHtml.Write($"""<li class="more quiet">and {more} more</li>""") : default;
        return SafeHtml.Write($"""<ul class="enclosed" aria-label="Documents in this text">{cards}{rest}</ul>""");
    }

    private static SafeHtml Card(Sprite sprite, Enclosure paper)
    {
        var picture = Pictures.Draws(paper.ContentType, paper.Size);
        var lead = picture
            ? SafeHtml.Write(
                $"""<img src="/files/documents/{paper.Id}/{Say(paper.Number)}/{Say(Large)}.webp" alt="" loading="lazy" decoding="async">"""
            )
            : sprite.Icon(Sign(paper.ContentType ?? ""));
        return SafeHtml.Write(
            $"""
            <li class="{(picture ? "enclosure picture" : "enclosure")}">{lead}<p><a href="/documents/{paper.Id}" dir="auto">{paper.Name}</a><span class="quiet">{FileSize.Say(
                paper.Size
            )}, version {Say(paper.Number)} · {paper.By}, {TimeMark.Of(
                paper.At
            )}</span></p><a class="icon-button" href="/files/documents/{paper.Id}/{Say(paper.Number)}" download aria-label="Download {paper.Name}">{sprite.Icon(
                "download"
            )}</a></li>
            """
        );
    }

    private static SafeHtml Gone(Sprite sprite, Enclosure paper) =>
        SafeHtml.Write(
            $"""<li class="enclosure gone">{sprite.Icon("remove")}<p><span dir="auto">{paper.Name}</span><span class="quiet">No longer there: it lies in the trash.</span></p></li>"""
        );

    private static string Sign(string mediaType) =>
        mediaType.StartsWith("image/", StringComparison.Ordinal) ? "image"
        : mediaType.Contains("spreadsheet", StringComparison.Ordinal) || mediaType.Contains("ms-excel", StringComparison.Ordinal) ? "table"
        : "documents";

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
