using System.Globalization;
using Intranet.App.Shared.Images;

namespace Intranet.App.Documents;

/// <summary>The small picture beside a name in a list, in the place of an icon.</summary>
internal static class Thumbnail
{
    /// <summary>Where it is drawn as soon as it is asked for; null for what has none.</summary>
    public static string? Of(Guid id, int number, string? mediaType, long size) =>
        Pictures.Draws(mediaType, size)
            ? string.Create(CultureInfo.InvariantCulture, $"/files/documents/{id}/{number}/{Pictures.ThumbnailSide}.webp")
            : null;
}
