using Intranet.App.Shared;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;

namespace Intranet.App.Feeds;

/// <summary>The reactions given to a post or an answer, and the button to give one.</summary>
internal static class ReactionDrawing
{
    /// <param name="mine">What the reader gave.</param>
    /// <param name="allowed">Whether the reader may give any.</param>
    public static SafeHtml Of(Sprite sprite, Counts counts, Marks mine, bool allowed)
    {
        var given = Faces.Reactions.Where(kind => counts.Of(kind) > 0).Select(kind => Given(sprite, kind, counts.Of(kind), mine, allowed));
        return allowed ? SafeHtml.Join(given.Append(Picker(sprite))) : SafeHtml.Join(given);
    }

    private static SafeHtml Given(Sprite sprite, ReactionKind kind, int count, Marks mine, bool allowed) =>
        SafeHtml.Write(
            $"""<button type="button" class="reaction" data-do="react" data-value="{kind.ToString()}"{(allowed ? default : Disabled)} aria-pressed="{(mine.Has(kind) ? "true" : "false")}" aria-label="{Faces.Name(kind)}, {(count == 1 ? "1 person" : $"{count} people")}">{sprite.Icon(Faces.Of(kind))}{count}</button>"""
        );

    private static SafeHtml Picker(Sprite sprite) =>
        SafeHtml.Write(
            $"""<span class="anchor"><button type="button" class="act" data-do="picker" data-react aria-haspopup="menu" aria-expanded="false">{sprite.Icon("react")}React</button></span>"""
        );

    private static readonly SafeHtml Disabled = SafeHtml.Write($" disabled");
}
