using Intranet.App.Shared.Text;

namespace Intranet.App.Shared;

/// <summary>A person's picture, or the portrait that stands in for it.</summary>
internal static class AvatarDrawing
{
    /// <param name="alone">True where no name is written beside it; otherwise it is decoration.</param>
    public static SafeHtml Of(Guid id, string name, string? image, int size = 36, bool alone = false)
    {
        var classes = size == 36 ? "avatar" : $"avatar s{size}";
        if (image is not null)
            return SafeHtml.Write(
                $"""<img class="{classes}" src="{image}" alt="{(alone ? name : "")}" width="{size}" height="{size}" loading="lazy">"""
            );
        var drawn = Portrait.Of(id, name);
        var role = alone ? SafeHtml.Write($"""role="img" aria-label="{name}" """) : SafeHtml.Write($"""aria-hidden="true" """);
        return SafeHtml.Write(
            $"""
            <svg class="{classes}" viewBox="0 0 36 36" {role}><rect width="36" height="36" fill="{drawn.Tone}"></rect><path d="{drawn.Shape}" fill="#000000" opacity="{Portrait.Shade}" transform="{drawn.Turn}"></path><text x="18" y="18">{drawn.Initials}</text></svg>
            """
        );
    }
}
