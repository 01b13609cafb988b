using Intranet.App.Shared;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;
using Intranet.Domain.People;

namespace Intranet.App.Feeds;

/// <summary>A post at rest in three parts of markup, so that a change of one leaves the others alone. Each look of a card is drawn once and handed to all screens.</summary>
internal static class PostDrawing
{
    private const int FoldsAt = 1260;
    private const int Heads = 0;
    private const int Bodies = 1 << 8;
    private const int Feet = 1 << 9;

    private static readonly Drawings<PostCard> Kept = new();

    /// <summary>Who, where, when and what kind.</summary>
    /// <param name="space">Whether the space is named, as it is wherever posts of several stand together.</param>
    public static SafeHtml Head(Sprite sprite, FeedItem item, bool space)
    {
        var look = Heads | (space ? 1 : 0) | (item.Held ? 2 : 0) | (item.Mine.Muted ? 4 : 0);
        return Kept.Find(item.Card, look) ?? Kept.Keep(item.Card, look, DrawHead(sprite, item, space));
    }

    /// <summary>Title and text; a long one is folded unless it is to be shown whole.</summary>
    public static SafeHtml Body(PostCard card, bool whole)
    {
        var folds = !whole && card.Html.Length > FoldsAt;
        var look = Bodies | (folds ? 1 : 0);
        return Kept.Find(card, look) ?? Kept.Keep(card, look, DrawBody(card, folds));
    }

    /// <summary>What one can do with it, and who did.</summary>
    public static SafeHtml Foot(Sprite sprite, FeedItem item)
    {
        var look = Feet | (int)item.Mine.Reactions | (item.Mine.TakesPart ? 1 << 6 : 0) | (item.Mine.Saved ? 1 << 7 : 0);
        return Kept.Find(item.Card, look) ?? Kept.Keep(item.Card, look, DrawFoot(sprite, item));
    }

    private static SafeHtml DrawHead(Sprite sprite, FeedItem item, bool space)
    {
        var card = item.Card;
        var who = SafeHtml.Write($"""<a class="who" href="/people/{card.By.Id}">{card.By.Name}</a>""");
        var team = (card.By.Kind == PersonKind.Guest ? "Guest" : card.By.Team) is { } name
            ? SafeHtml.Write($"""<span class="team">{name}</span>""")
            : default;
        var where = space ? SafeHtml.Write($"""<a href="/spaces/{card.SpaceId}">{card.Space}</a>""") : default;
        var when = SafeHtml.Write($"""<a href="/posts/{card.Id}">{TimeMark.Of(card.At)}</a>""");
        var edited = card.Edited ? SafeHtml.Write($"<span>edited</span>") : default;
        var more = SafeHtml.Write(
            $"""<button type="button" class="icon-button" data-do="menu" aria-haspopup="menu" aria-expanded="false" aria-label="More about this post">{sprite.Icon("more")}</button>"""
        );
        return SafeHtml.Write(
            $"""
            <header class="post-head">{Faces.Draw(card.By, 36)}<div class="byline">{who}{team}<div class="where">{where}{when}{edited}{Tags(
                sprite,
                item
            )}</div></div><div class="anchor">{more}</div></header>
            """
        );
    }

    private static SafeHtml Tags(Sprite sprite, FeedItem item) =>
        SafeHtml.Join([
            item.Card.Pinned ? Tag(sprite, "tag", "pin", "Pinned") : default,
            item.Card.Kind switch
            {
                PostKind.Update => default,
                PostKind.Question when item.Card.AcceptedId is not null => Tag(sprite, "tag good", "answered", "Question, answered"),
                PostKind.Question => Tag(sprite, "tag", "question", "Question"),
                PostKind.Announcement when item is { Held: true, Card.Pinned: false } => Tag(
                    sprite,
                    "tag accent",
                    "announcement",
                    "Announcement, here until you have seen it"
                ),
                PostKind.Announcement => Tag(sprite, "tag accent", "announcement", "Announcement"),
                PostKind.Praise => Tag(sprite, "tag warn", "praise", "Praise"),
                PostKind.Poll => Tag(sprite, "tag", "poll", "Poll"),
            },
            item.Mine.Muted ? Tag(sprite, "tag", "mute", "Muted") : default,
        ]);

    private static SafeHtml Tag(Sprite sprite, string classes, string icon, string word) =>
        SafeHtml.Write($"""<span class="{classes}">{sprite.Icon(icon)}{word}</span>""");

    private static SafeHtml DrawBody(PostCard card, bool folds) =>
        SafeHtml.Join([
            card.Title is null ? default : SafeHtml.Write($"""<h2 class="post-title"><a href="/posts/{card.Id}">{card.Title}</a></h2>"""),
            card.Praised.Count == 0 ? default : Praised(card.Praised),
            SafeHtml.Write($"""<div class="{(folds ? "prose fold" : "prose")}" dir="auto">{SafeHtml.FromStore(card.Html)}</div>"""),
            folds ? SafeHtml.Write($"""<button type="button" class="link-button fold-open" data-unfold>Read on</button>""") : default,
        ]);

    private static SafeHtml Praised(IReadOnlyList<Author> people)
    {
        var faces = SafeHtml.Join(people.Select(person => Faces.Draw(person, 28)));
        var names = people.Select(
            (person, at) =>
                SafeHtml.Write(
                    $"""{(at == 0 ? " " : at == people.Count - 1 ? " and " : ", ")}<a class="plain" href="/people/{person.Id}"><strong>{person.Name}</strong></a>"""
                )
        );
        return SafeHtml.Write($"""<div class="praise-for"><span class="avatars">{faces}</span><p>for{SafeHtml.Join(names)}</p></div>""");
    }

    private static SafeHtml DrawFoot(Sprite sprite, FeedItem item)
    {
        var (card, mine) = item;
        var said = card.Comments switch
        {
            0 => "Comment",
            1 => "1 comment",
            var n => $"{n} comments",
        };
        var reactions = ReactionDrawing.Of(sprite, card.Reactions, mine.Reactions, mine.TakesPart);
        var comments = SafeHtml.Write(
            $"""<button type="button" class="act" data-do="comments" data-comments aria-expanded="false">{sprite.Icon("comment")}{said}</button>"""
        );
        var save = SafeHtml.Write(
            $"""<button type="button" class="act" data-do="save" aria-pressed="{(mine.Saved ? "true" : "false")}">{sprite.Icon("bookmark")}{(mine.Saved ? "Saved" : "Save")}</button>"""
        );
        var seen = card.TellsSeen
            ? SafeHtml.Write(
                $"""<span class="seen-by" title="Counted where {PostCard.FewestForSeen} or more people can read. Nobody is told who.">Seen by {card.Seen} of {Math.Max(card.Members, card.Seen)}<span> people</span></span>"""
            )
            : default;
        return SafeHtml.Write($"""<div class="post-actions">{reactions}{comments}{save}{seen}</div>""");
    }
}
