using Intranet.App.Data;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Adds to shared cards what belongs to one viewer: own reactions, saved, muted, own vote, what they may do, and quotes they may see.</summary>
internal static class Marking
{
    public static async Task<IReadOnlyList<FeedItem>> Mark(IntranetDb db, IReadOnlyList<PostCard> cards)
    {
        if (cards.Count == 0)
            return [];
        Guid[] ids = [.. cards.Select(c => c.Id)];
        var mine = await Tallies.OfMine(db, ids);
        var reactions = Reactions(mine);
        var (saved, followed, muted) = (Those(TallyKind.Saved), Those(TallyKind.Followed), Those(TallyKind.Muted));
        Guid[] polls = [.. cards.Where(c => c.Poll is not null).Select(c => c.Id)];
        var votes =
            polls.Length == 0
                ? []
                : await db
                    .PollVotes.Where(v => polls.Contains(v.PostId) && v.PersonId == db.ViewerId)
                    .ToDictionaryAsync(v => v.PostId, v => v.OptionId);
        var standings = await Standings(db, [.. cards.Select(c => c.SpaceId).Distinct()]);
        var enclosed = await Enclosures.Of(db, cards.Select(c => (c.Id, c.Html)));
        var quotes = await Quotes(db, [.. cards.Select(c => c.SharedPostId).OfType<Guid>().Distinct()]);
        return
        [
            .. cards.Select(card =>
            {
                var standing = standings.GetValueOrDefault(card.SpaceId);
                var own = new Mine(
                    reactions.GetValueOrDefault(card.Id),
                    saved.Contains(card.Id),
                    muted.Contains(card.Id),
                    followed.Contains(card.Id),
                    votes.TryGetValue(card.Id, out var vote) ? vote : null,
                    standing?.MayTakePart ?? false,
                    standing?.MayModerate ?? false
                );
                return new FeedItem(card, own)
                {
                    Quote = card.SharedPostId is { } source ? quotes.GetValueOrDefault(source) : null,
                    Enclosed = Papers(card.Id, enclosed),
                    Unread = standing is not null && card.By.Id != db.ViewerId && card.At > (standing.ReadUpTo ?? standing.JoinedAt),
                };
            }),
        ];

        HashSet<Guid> Those(TallyKind what) => [.. mine.Where(t => t.What == what).Select(t => t.Id)];
    }

    public static async Task<IReadOnlyList<CommentItem>> Mark(IntranetDb db, IReadOnlyList<CommentCard> cards)
    {
        if (cards.Count == 0)
            return [];
        var reactions = Reactions(await Tallies.OfMyReactions(db, [.. cards.Select(c => c.Id)]));
        var enclosed = await Enclosures.Of(db, cards.Select(c => (c.Id, c.Html)));
        return [.. cards.Select(c => new CommentItem(c, reactions.GetValueOrDefault(c.Id)) { Enclosed = Papers(c.Id, enclosed) })];
    }

    private static Enclosed? Papers(Guid text, Dictionary<Guid, Enclosed> enclosed) =>
        enclosed.TryGetValue(text, out var papers) ? Shelf.Share(text, papers) : null;

    /// <summary>The sources of shared posts, as far as this viewer may see them.</summary>
    public static async Task<Dictionary<Guid, Quote>> Quotes(IntranetDb db, Guid[] sources) =>
        sources.Length == 0
            ? []
            : await db
                .Posts.Where(p => sources.Contains(p.Id) && p.RemovedAt == null)
                .Join(db.Bylines, p => p.AuthorId, b => b.Id, (p, b) => new { p, b })
                .Join(
                    db.Spaces,
                    x => x.p.SpaceId,
                    s => s.Id,
                    (x, s) => new Quote(x.p.Id, x.p.Title, x.p.Body.Excerpt, x.b.Name, s.Name, x.p.At)
                )
                .ToDictionaryAsync(q => q.Id);

    private static Task<Dictionary<Guid, Membership>> Standings(IntranetDb db, Guid[] spaces) =>
        db
            .Memberships.Include(m => m.Space)
            .Where(m => m.PersonId == db.ViewerId && spaces.Contains(m.SpaceId) && (m.EndsAt == null || m.EndsAt > db.Now))
            .ToDictionaryAsync(m => m.SpaceId);

    private static Dictionary<Guid, Marks> Reactions(IEnumerable<Tally> mine) =>
        mine.Where(t => t.What == TallyKind.Reaction)
            .GroupBy(t => t.Id)
            .ToDictionary(g => g.Key, g => g.Aggregate(Marks.None, (marks, t) => marks | ((ReactionKind)t.Kind).Mark()));
}
