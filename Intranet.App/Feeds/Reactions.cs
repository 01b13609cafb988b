using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Reacting to posts and answers, and voting in polls.</summary>
public sealed class Reactions(Store store)
{
    /// <summary>Gives a reaction or takes it back; doing the same twice changes nothing.</summary>
    public Task React(Viewer viewer, Guid postId, Guid? commentId, ReactionKind kind, bool given) =>
        store.Write(
            viewer,
            async work =>
            {
                var post = await work.Post(postId);
                var member = await work.Standing(post.SpaceId);
                var comment = commentId is { } id ? (await work.Comment(id)).Comment : null;
                if (comment is not null && comment.PostId != postId)
                    throw new Refusal("That answer belongs to another post.");
                var thing = commentId ?? postId;
                var mine = await work.Db.Reactions.SingleOrDefaultAsync(r =>
                    r.ThingId == thing && r.PersonId == viewer.PersonId && r.Kind == kind
                );
                if (given == mine is not null)
                    return;
                var reaction = member.React(post, comment, kind, work.Now);
                if (mine is null)
                    work.Db.Reactions.Add(reaction);
                else
                    work.Db.Reactions.Remove(mine);
                work.Record(
                    given ? Verb.Reacted : Verb.Unreacted,
                    post.SpaceId,
                    comment is null ? ThingKind.Post : ThingKind.Comment,
                    thing,
                    postId,
                    comment?.AuthorId ?? post.AuthorId
                );
            }
        );

    /// <summary>Votes, or moves one's vote, while the poll is open.</summary>
    public Task Vote(Viewer viewer, Guid postId, Guid optionId) =>
        store.Write(
            viewer,
            async work =>
            {
                var post = await work.Post(postId);
                var member = await work.Standing(post.SpaceId);
                var option =
                    await work.Db.PollOptions.SingleOrDefaultAsync(o => o.Id == optionId && o.PostId == postId)
                    ?? throw new Refusal("This poll has no such option.");
                var vote = member.Vote(post, option, work.Now);
                var mine = await work.Db.PollVotes.SingleOrDefaultAsync(v => v.PostId == postId && v.PersonId == viewer.PersonId);
                if (mine?.OptionId == optionId)
                    return;
                if (mine is null)
                    work.Db.PollVotes.Add(vote);
                else
                    (mine.OptionId, mine.At) = (vote.OptionId, vote.At);
                work.Record(Verb.Voted, post.SpaceId, ThingKind.Post, postId, postId, post.AuthorId);
            }
        );
}
