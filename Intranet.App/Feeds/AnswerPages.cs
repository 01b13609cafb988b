using Intranet.App.Data;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Reads stretches of the answers under a post, by key.</summary>
internal static class AnswerPages
{
    public static async Task<CommentThread> Newest(IntranetDb db, Guid postId, FeedKey? before, int most)
    {
        var wanted = before is { } key ? Timeline.AnswersBefore(db, postId, key) : db.Comments.Where(c => c.PostId == postId);
        var cards = await CommentCards.Load(db, wanted.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(most + 1));
        var earlier = cards.Count > most;
        return new CommentThread(await Marking.Mark(db, earlier ? cards[1..] : cards), earlier, Later: before is not null);
    }

    /// <summary>The answer with the key and those after it.</summary>
    public static async Task<CommentThread> From(IntranetDb db, Guid postId, FeedKey key, int most)
    {
        var wanted = Timeline.AnswersFrom(db, postId, key).OrderBy(c => c.At).ThenBy(c => c.Id).Take(most + 1);
        var cards = await CommentCards.Load(db, wanted);
        var later = cards.Count > most;
        return new CommentThread(await Marking.Mark(db, later ? cards[..most] : cards), Earlier: true, later);
    }

    public static async Task<CommentThread> Around(IntranetDb db, Guid postId, Guid commentId)
    {
        var wanted = await CommentCards.Load(db, db.Comments.Where(c => c.Id == commentId && c.PostId == postId));
        if (wanted is not [{ Key: var key }])
            return await Newest(db, postId, null, CommentThread.Most);
        var from = await From(db, postId, key, CommentThread.Most / 2);
        var before = await Newest(db, postId, key, CommentThread.Most - from.Comments.Count);
        return new CommentThread([.. before.Comments, .. from.Comments], before.Earlier, from.Later);
    }
}
