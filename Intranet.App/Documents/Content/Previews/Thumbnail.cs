using System.Globalization;
using Intranet.App.Shared.Images;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>The small picture beside a name in a list, in the place of an icon.</summary>
internal static class Thumbnail
{
    /// <summary>Where it is drawn as soon as it is asked for; null for what has none.</summary>
    public static string? Of(Guid id, int number, string? mediaType, long size) =>
        Pictures.Draws(mediaType, size) || IsPaper(mediaType, size)
            ? string.Create(CultureInfo.InvariantCulture, $"/files/documents/{id}/{number}/{Pictures.ThumbnailSide}.webp")
            : null;

    /// <summary>Whether the first page is drawn. That may take its time, or fail: then the icon under it is seen.</summary>
    public static bool IsPaper(string? mediaType, long size) =>
        mediaType is not null && size <= FirstPages.MostRead && FirstPages.IsPaper(mediaType);
}
