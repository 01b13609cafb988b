using Intranet.App.Data;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Answering posts, and settling questions.</summary>
public sealed class Comments(Store store, Texts texts)
{
    /// <summary>Answers a post, or another answer, once per client key.</summary>
    public async Task<Guid> Answer(Viewer viewer, Guid postId, Guid? parentId, string markdown, string clientKey)
    {
        var text = await texts.Write(viewer, markdown);
        return await store.Write(
            viewer,
            async work =>
            {
                var already = await work
                    .Db.Comments.Where(c => c.AuthorId == viewer.PersonId && c.ClientKey == clientKey)
                    .Select(c => (Guid?)c.Id)
                    .SingleOrDefaultAsync();
                if (already is { } known)
                    return known;
                var post = await work.Post(postId);
                var member = await work.Standing(post.SpaceId);
                var parent = parentId is { } id ? (await work.Comment(id)).Comment : null;
                var comment = member.Comment(Guid.CreateVersion7(work.Now), post, parent, text.Body, clientKey, work.Now);
                work.Db.Comments.Add(comment);
                await work.Count(post.Id, 1);
                var verb =
                    post.Kind == PostKind.Question && parent is null && post.AuthorId != member.PersonId ? Verb.Answered : Verb.Commented;
                work.Record(verb, post.SpaceId, ThingKind.Comment, comment.Id, post.Id, parent?.AuthorId ?? post.AuthorId);
                await work.Mention(post.SpaceId, post.Id, comment.Id, ThingKind.Comment, text.People);
                await work.Show(post.SpaceId, text.Body);
                await work.Link(text.Body);
                await Follow(work, post);
                return comment.Id;
            }
        );
    }

    /// <summary>Accepts an answer as the one that settled the question; null takes the mark back.</summary>
    public Task Accept(Viewer viewer, Guid postId, Guid? commentId) =>
        store.Write(
            viewer,
            async work =>
            {
                var post = await work.Post(postId);
                var member = await work.Standing(post.SpaceId);
                var answer = commentId is { } id ? (await work.Comment(id)).Comment : null;
                member.Accept(post, answer);
                if (answer is null)
                    work.Record(Verb.Edited, post.SpaceId, ThingKind.Post, post.Id, post.Id, post.AuthorId);
                else
                    work.Record(Verb.AcceptedAnswer, post.SpaceId, ThingKind.Comment, answer.Id, post.Id, answer.AuthorId);
            }
        );

    /// <summary>Who answers wants to hear how it goes on, unless they said otherwise.</summary>
    private static async Task Follow(Work work, Post post)
    {
        var me = work.Viewer.PersonId!.Value;
        if (post.AuthorId != me && !await work.Db.Follows.AnyAsync(f => f.PostId == post.Id && f.PersonId == me))
            work.Db.Follows.Add(new Follow(post.Id, me, post.SpaceId, muted: false));
    }
}
