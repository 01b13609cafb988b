using System.Globalization;
using Intranet.App.Shared.Images;
using Kind = Intranet.Domain.Documents.Content.ContentKind;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>The small picture beside a name in a list, in the place of an icon.</summary>
internal static class Thumbnail
{
    private static readonly HashSet<string> Drawn = [Kind.Png.MediaType, Kind.Jpeg.MediaType, Kind.Gif.MediaType, Kind.WebP.MediaType];

    /// <summary>Where it is drawn as soon as it is asked for; null for what has none.</summary>
    public static string? Of(Guid id, int number, string? mediaType, long size) =>
        mediaType is not null && Drawn.Contains(mediaType) && size <= Pictures.MaxBytes
            ? string.Create(CultureInfo.InvariantCulture, $"/files/documents/{id}/{number}/{Pictures.ThumbnailSide}.webp")
            : null;
}
