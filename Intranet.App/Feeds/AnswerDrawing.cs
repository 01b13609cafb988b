using Intranet.App.Shared;
using Intranet.App.Shared.Text;

namespace Intranet.App.Feeds;

/// <summary>An answer at rest, in three parts of markup like a post.</summary>
internal static class AnswerDrawing
{
    private const int Heads = 0;
    private const int Bodies = 1 << 8;
    private const int Feet = 1 << 9;

    public static readonly SafeHtml Removed = SafeHtml.Write($"""<p class="removed">This comment was removed.</p>""");
    private static readonly Drawings<CommentCard> Kept = new();

    /// <summary>Who and when.</summary>
    public static SafeHtml Head(Sprite sprite, CommentCard card, bool accepted)
    {
        var look = Heads | (accepted ? 1 : 0);
        return Kept.Find(card, look) ?? Kept.Keep(card, look, DrawHead(sprite, card, accepted));
    }

    public static SafeHtml Body(CommentCard card) => Kept.Find(card, Bodies) ?? Kept.Keep(card, Bodies, DrawBody(card));

    /// <summary>What one can do with it.</summary>
    /// <param name="accept">Whether the reader says which answer is accepted.</param>
    public static SafeHtml Foot(Sprite sprite, CommentItem item, bool takesPart, bool accept, bool accepted)
    {
        var look = Feet | (int)item.Mine | (takesPart ? 1 << 6 : 0) | (accept ? 1 << 7 : 0) | (accepted ? 1 << 8 : 0);
        return Kept.Find(item.Card, look) ?? Kept.Keep(item.Card, look, DrawFoot(sprite, item, takesPart, accept, accepted));
    }

    private static SafeHtml DrawHead(Sprite sprite, CommentCard card, bool accepted)
    {
        var tag = accepted ? SafeHtml.Write($"""<span class="tag good">{sprite.Icon("answered")}Accepted answer</span>""") : default;
        var team = card.By.Team is null ? default : SafeHtml.Write($"""<span class="team">{card.By.Team}</span>""");
        var edited = card.Edited ? SafeHtml.Write($"<span>edited</span>") : default;
        return SafeHtml.Write(
            $"""
            {tag}{Faces.Draw(
                card.By,
                28
            )}<div class="byline"><a class="who" href="/people/{card.By.Id}">{card.By.Name}</a>{team}<a class="plain" href="{Addresses.Comment(card.PostId, card.Id)}">{TimeMark.Of(
                card.At
            )}</a>{edited}</div>
            """
        );
    }

    private static SafeHtml DrawBody(CommentCard card) =>
        SafeHtml.Write($"""<div class="prose" dir="auto">{SafeHtml.FromStore(card.Html)}</div>""");

    private static SafeHtml DrawFoot(Sprite sprite, CommentItem item, bool takesPart, bool accept, bool accepted)
    {
        var reactions = ReactionDrawing.Of(sprite, item.Card.Reactions, item.Mine, takesPart);
        var reply = takesPart
            ? SafeHtml.Write($"""<button type="button" class="act" data-do="reply">{sprite.Icon("reply")}Reply</button>""")
            : default;
        var accepting = accept
            ? SafeHtml.Write(
                $"""<button type="button" class="act" data-do="accept" aria-pressed="{(accepted ? "true" : "false")}">{sprite.Icon("answered")}{(accepted ? "Accepted" : "Accept answer")}</button>"""
            )
            : default;
        return SafeHtml.Write(
            $"""
            <div class="post-actions">{reactions}{reply}{accepting}<span class="anchor"><button type="button" class="icon-button small" data-do="menu" aria-haspopup="menu" aria-expanded="false" aria-label="More about this comment">{sprite.Icon(
                "more"
            )}</button></span></div>
            """
        );
    }
}
