using Intranet.App.Data;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Loads answers as cards.</summary>
internal static class CommentCards
{
    public static async Task<List<CommentCard>> Load(IntranetDb db, IQueryable<Comment> comments)
    {
        var cards = await comments
            .Where(c => db.Posts.Any(p => p.Id == c.PostId && p.RemovedAt == null))
            .Join(db.Bylines, c => c.AuthorId, b => b.Id, (c, b) => new { c, b })
            .OrderBy(x => x.c.At)
            .ThenBy(x => x.c.Id)
            .Select(x => new CommentCard(
                x.c.Id,
                x.c.PostId,
                x.c.ParentId,
                new Author(x.b.Id, x.b.Name, x.b.Team, x.b.AvatarKey, x.b.Kind),
                x.c.RemovedAt == null ? x.c.Body.Html : "",
                x.c.At,
                x.c.EditedAt != null,
                x.c.RemovedAt != null,
                x.c.ClientKey
            ))
            .ToListAsync();
        if (cards.Count == 0)
            return cards;
        var reactions = Cards.Reactions(await Tallies.OfReactions(db, [.. cards.Select(c => c.Id)]));
        return [.. cards.Select(c => Shelf.Share(c with { Reactions = reactions.GetValueOrDefault(c.Id) }))];
    }
}
