using Intranet.App.Data;
using Intranet.App.Live;
using Intranet.App.Shared.Text;
using Intranet.Domain.Feeds;

namespace Intranet.App.Feeds;

/// <summary>A post on one person's screen: the card all share, and what is this person's alone. Replaced, never changed, so a screen can tell by reference what to draw again.</summary>
public sealed record FeedItem(PostCard Card, Mine Mine)
{
    /// <summary>The source of a shared post; null when it is none, or when this person may not see it.</summary>
    public Quote? Quote { get; init; }

    /// <summary>The documents the text links to, as this person sees them; null when it links to none.</summary>
    public Enclosed? Enclosed { get; init; }

    /// <summary>The answers, once they were asked for.</summary>
    public CommentThread? Thread { get; init; }

    /// <summary>Was not yet on this person's screen when the page opened.</summary>
    public bool Unread { get; init; }

    /// <summary>Pinned in the space whose feed this is.</summary>
    public bool Pinned { get; init; }

    /// <summary>An announcement this person had not seen when the page opened.</summary>
    public bool Unseen { get; init; }

    /// <summary>Stands above the others.</summary>
    public bool Held => Pinned || Unseen;

    /// <summary>The item where its age puts it.</summary>
    public FeedItem ByAge() => Held ? this with { Pinned = false, Unseen = false } : this;

    public Guid Id => Card.Id;

    /// <summary>A post that just came: nobody has reacted to it on this screen yet.</summary>
    public static FeedItem Arrived(PostCard card, Standing standing, bool own) =>
        new(card, default(Mine) with { TakesPart = standing.TakesPart, Moderates = standing.Moderates }) { Unread = !own };

    /// <summary>What is held stands on top, then the newest.</summary>
    public static IEnumerable<FeedItem> InOrder(IEnumerable<FeedItem> items) =>
        items.OrderByDescending(i => i.Held).ThenByDescending(i => i.Card.Key);

    /// <summary>Whether it or an answer to it links to documents.</summary>
    public bool Encloses() => AllEnclosed.Any();

    /// <summary>Whether it or an answer to it links to what something happened to.</summary>
    public bool Encloses(Happening happening) => AllEnclosed.Any(papers => papers.Concerns(happening));

    private IEnumerable<Enclosed> AllEnclosed =>
        Thread is null
            ? (Enclosed is null ? [] : [Enclosed])
            : Thread.Comments.Select(c => c.Enclosed).Prepend(Enclosed).OfType<Enclosed>();

    /// <summary>Whether the post, or an answer that is shown, is not worded as before and links to documents, or did.</summary>
    public bool LinksOtherwise(PostCard card, IReadOnlyList<CommentCard> answers)
    {
        return (card.Html != Card.Html && Links(card.Html, Enclosed)) || answers.Any(Differs);

        bool Differs(CommentCard answer) =>
            Thread?.Comments.FirstOrDefault(c => c.Id == answer.Id) is var held
            && Thread is not null
            && held?.Card.Html != answer.Html
            && Links(answer.Html, held?.Enclosed);

        static bool Links(string html, Enclosed? before) => before is not null || DocumentLinks.In(html).Count > 0;
    }

    /// <summary>The item as it will read once a reaction is given or taken back.</summary>
    public FeedItem Reacted(Guid? comment, ReactionKind kind, bool given)
    {
        if (comment is null)
            return this with
            {
                Card = Card with { Reactions = Change(Card.Reactions) },
                Mine = Mine with { Reactions = Mark(Mine.Reactions) },
            };
        if (Thread is null)
            return this;
        var comments = Thread.Comments.Select(c =>
            c.Id == comment ? c with { Card = c.Card with { Reactions = Change(c.Card.Reactions) }, Mine = Mark(c.Mine) } : c
        );
        return this with { Thread = Thread with { Comments = [.. comments] } };

        Counts Change(Counts counts) => counts.With(kind, Math.Max(0, counts.Of(kind) + (given ? 1 : -1)));
        Marks Mark(Marks marks) => given ? marks | kind.Mark() : marks & ~kind.Mark();
    }
}

/// <summary>What one person did with a post, and may do.</summary>
public readonly record struct Mine(Marks Reactions, bool Saved, bool Muted, bool Following, Guid? Vote, bool TakesPart, bool Moderates);

/// <summary>The reactions one person gave, as a set.</summary>
[Flags]
public enum Marks : byte
{
    None = 0,
    Like = 1 << ReactionKind.Like,
    Thanks = 1 << ReactionKind.Thanks,
    Celebrate = 1 << ReactionKind.Celebrate,
    Insightful = 1 << ReactionKind.Insightful,
    Care = 1 << ReactionKind.Care,
}

/// <summary>An answer on one person's screen.</summary>
public sealed record CommentItem(CommentCard Card, Marks Mine)
{
    /// <summary>The documents it links to, as this person sees them; null when it links to none.</summary>
    public Enclosed? Enclosed { get; init; }

    public Guid Id => Card.Id;
}

/// <summary>The answers under a post as far as they are loaded, oldest first, without gaps; earlier or later ones may be left out.</summary>
public sealed record CommentThread(IReadOnlyList<CommentItem> Comments, bool Earlier, bool Later = false)
{
    /// <summary>Answers one screen holds under one post, unless its reader asked for earlier ones.</summary>
    public const int Most = 100;

    /// <summary>How many answers to read to have these again.</summary>
    public int Held => Math.Max(Most, Comments.Count);

    /// <summary>The thread with answers that came or changed. What came after answers that are left out is left out too.</summary>
    public CommentThread With(IReadOnlyList<CommentCard> news)
    {
        if (news.Count == 0)
            return this;
        var all = Comments.ToList();
        foreach (var card in news)
            if (all.FindIndex(c => c.Id == card.Id) is >= 0 and var at)
                all[at] = all[at] with { Card = card };
            else if (!Later && (!Earlier || (all.Count > 0 && card.Key.CompareTo(all[0].Card.Key) > 0)))
                all.Add(new CommentItem(card, Marks.None));
        return new CommentThread([.. all.OrderBy(c => c.Card.Key).TakeLast(Held)], Earlier || all.Count > Held, Later);
    }
}

/// <summary>A stretch of a feed; <see cref="Next"/> is where the older posts begin, null at the end.</summary>
public sealed record FeedStretch(IReadOnlyList<FeedItem> Items, FeedKey? Next);

internal static class MarksOf
{
    public static bool Has(this Marks marks, ReactionKind kind) => marks.HasFlag(kind.Mark());

    public static Marks Mark(this ReactionKind kind) => (Marks)(1 << (int)kind);
}

/// <summary>What a member may do in one space, as far as buttons need to know it in advance.</summary>
/// <param name="ReadUpTo">When the newest post was written that they had on screen; the moment they came in while there is none.</param>
public readonly record struct Standing(bool TakesPart, bool Moderates, DateTimeOffset ReadUpTo);
