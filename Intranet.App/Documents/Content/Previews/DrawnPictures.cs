using System.Globalization;
using Intranet.App.Shared.Images;

namespace Intranet.App.Documents.Content.Previews;

/// <summary>Pictures drawn anew for being looked at, in every served width, each content once.</summary>
public sealed class DrawnPictures(Pictures pictures, PreviewFolder folder)
{
    /// <summary>How large the largest copy is; drawn now when it was not drawn before.</summary>
    /// <exception cref="Domain.Access.Refusal">Not a picture, too large, or damaged.</exception>
    public async Task<(int Width, int Height)> Draw(string path, string key)
    {
        if (folder.Find(Sizes(key)) is { } known && Pictures.Slots.All(slot => Find(key, slot) is not null))
        {
            var sides = (await File.ReadAllTextAsync(known)).Split(' ');
            return (int.Parse(sides[0], CultureInfo.InvariantCulture), int.Parse(sides[1], CultureInfo.InvariantCulture));
        }
        await using var file = File.OpenRead(path);
        var drawn = await pictures.ReencodeAsync(file);
        foreach (var size in drawn.Sizes)
            await folder.Put(Name(key, size.Slot), size.WebP);
        var largest = drawn.Sizes[^1];
        await folder.Put(Sizes(key), System.Text.Encoding.ASCII.GetBytes($"{largest.Width} {largest.Height}"));
        return (largest.Width, largest.Height);
    }

    /// <summary>The square that stands beside the name in a list; drawn now when it was not drawn before.</summary>
    /// <exception cref="Domain.Access.Refusal">Not a picture, too large, or damaged.</exception>
    public async Task<string?> Small(string path, string key)
    {
        if (Find(key, Pictures.ThumbnailSide) is { } known)
            return known;
        await using var file = File.OpenRead(path);
        await folder.Put(Name(key, Pictures.ThumbnailSide), await pictures.ThumbnailAsync(file));
        return Find(key, Pictures.ThumbnailSide);
    }

    /// <summary>The copy of that width; null when the picture was never drawn, or is not kept any more.</summary>
    public string? Find(string key, int slot) => folder.Find(Name(key, slot));

    private static string Name(string key, int slot) => string.Create(CultureInfo.InvariantCulture, $"{key}-{slot}.webp");

    private static string Sizes(string key) => $"{key}.size";
}
