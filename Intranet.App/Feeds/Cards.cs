using Intranet.App.Data;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Loads posts as cards: a handful of queries for a whole page, whatever its length.</summary>
internal static class Cards
{
    /// <summary>The cards of the given posts, in their order. Removed posts give none.</summary>
    public static async Task<List<PostCard>> Load(IntranetDb db, IQueryable<Post> posts)
    {
        var cards = await posts
            .Where(p => p.RemovedAt == null)
            .Join(db.Bylines, p => p.AuthorId, b => b.Id, (p, b) => new { p, b })
            .Join(
                db.Spaces,
                x => x.p.SpaceId,
                s => s.Id,
                (x, s) =>
                    new
                    {
                        x.p,
                        x.b,
                        s,
                    }
            )
            .Select(x => new PostCard(
                x.p.Id,
                x.p.SpaceId,
                x.s.Name,
                new Author(x.b.Id, x.b.Name, x.b.Team, x.b.AvatarKey, x.b.Kind),
                x.p.Kind,
                x.p.Title,
                x.p.Body.Html,
                x.p.At,
                x.p.EditedAt != null,
                x.p.PinnedAt != null,
                x.p.AcceptedCommentId,
                x.p.SharedPostId,
                x.p.CommentCount,
                x.p.ClientKey
            ))
            .ToListAsync();
        if (cards.Count == 0)
            return cards;
        Guid[] ids = [.. cards.Select(c => c.Id)];
        Guid[] spaces = [.. cards.Select(c => c.SpaceId).Distinct()];
        var tallies = await Tallies.OfAll(db, ids, spaces);
        var reactions = Reactions(tallies);
        var seen = Counts(TallyKind.Seen);
        var members = Counts(TallyKind.Members);
        var polls = await Polls(db, [.. cards.Where(c => c.Kind == PostKind.Poll).Select(c => c.Id)]);
        var praised = await Praised(db, [.. cards.Where(c => c.Kind == PostKind.Praise).Select(c => c.Id)]);
        return
        [
            .. cards.Select(card =>
                Shelf.Share(
                    card with
                    {
                        Reactions = reactions.GetValueOrDefault(card.Id),
                        Seen = seen.GetValueOrDefault(card.Id),
                        Members = members.GetValueOrDefault(card.SpaceId),
                        Poll = polls.GetValueOrDefault(card.Id),
                        Praised = praised.GetValueOrDefault(card.Id, []),
                    }
                )
            ),
        ];

        Dictionary<Guid, int> Counts(TallyKind what) => tallies.Where(t => t.What == what).ToDictionary(t => t.Id, t => t.Count);
    }

    /// <summary>How often each reaction was given to each of the things.</summary>
    public static Dictionary<Guid, Counts> Reactions(IEnumerable<Tally> tallies) =>
        tallies
            .Where(t => t.What == TallyKind.Reaction)
            .GroupBy(t => t.Id)
            .ToDictionary(g => g.Key, g => g.Aggregate(default(Counts), (counts, t) => counts.With((ReactionKind)t.Kind, t.Count)));

    private static async Task<Dictionary<Guid, Poll>> Polls(IntranetDb db, Guid[] posts)
    {
        if (posts.Length == 0)
            return [];
        var options = await db
            .PollOptions.Where(o => posts.Contains(o.PostId))
            .OrderBy(o => o.Order)
            .Select(o => new { o.PostId, Choice = new PollChoice(o.Id, o.Text, db.PollVotes.Count(v => v.OptionId == o.Id)) })
            .ToListAsync();
        var ends = await db.Posts.Where(p => posts.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.PollEndsAt);
        return options.GroupBy(o => o.PostId).ToDictionary(g => g.Key, g => new Poll([.. g.Select(o => o.Choice)], ends[g.Key]));
    }

    private static async Task<Dictionary<Guid, IReadOnlyList<Author>>> Praised(IntranetDb db, Guid[] posts)
    {
        if (posts.Length == 0)
            return [];
        var rows = await db
            .Praises.Where(p => posts.Contains(p.PostId))
            .Join(
                db.Bylines,
                p => p.PersonId,
                b => b.Id,
                (p, b) => new { p.PostId, Who = new Author(b.Id, b.Name, b.Team, b.AvatarKey, b.Kind) }
            )
            .ToListAsync();
        return rows.GroupBy(r => r.PostId)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<Author>)[.. g.Select(r => r.Who).OrderBy(a => a.Name, StringComparer.Ordinal)]);
    }
}
