using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Activity;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Editing with history, removing with a day to undo it, pinning.</summary>
public sealed class Corrections(Store store, Texts texts)
{
    public async Task Edit(Viewer viewer, Guid postId, string? title, string markdown)
    {
        var text = await texts.Write(viewer, markdown);
        await store.Write(
            viewer,
            async work =>
            {
                var post = await work.Post(postId);
                var member = await work.Standing(post.SpaceId);
                work.Db.Revisions.Add(member.Edit(post, title, text.Body, work.Now));
                work.Record(Verb.Edited, post.SpaceId, ThingKind.Post, post.Id, post.Id, post.AuthorId);
                await work.Topics(post.SpaceId, post.Id, text.Topics, fresh: false);
                await work.Mention(post.SpaceId, post.Id, post.Id, ThingKind.Post, text.People);
                await work.Show(post.SpaceId, text.Body);
            }
        );
    }

    public async Task EditComment(Viewer viewer, Guid commentId, string markdown)
    {
        var text = await texts.Write(viewer, markdown);
        await store.Write(
            viewer,
            async work =>
            {
                var (post, comment) = await work.Comment(commentId);
                var member = await work.Standing(post.SpaceId);
                work.Db.Revisions.Add(member.Edit(post, comment, text.Body, work.Now));
                work.Record(Verb.Edited, post.SpaceId, ThingKind.Comment, comment.Id, post.Id, comment.AuthorId);
                await work.Mention(post.SpaceId, post.Id, comment.Id, ThingKind.Comment, text.People);
                await work.Show(post.SpaceId, text.Body);
            }
        );
    }

    public Task Remove(Viewer viewer, Guid postId) =>
        store.Write(
            viewer,
            async work =>
            {
                var post = await work.Post(postId);
                (await work.Standing(post.SpaceId)).Remove(post, work.Now);
                work.Record(Verb.Removed, post.SpaceId, ThingKind.Post, post.Id, post.Id, post.AuthorId);
            }
        );

    public Task Restore(Viewer viewer, Guid postId) =>
        store.Write(
            viewer,
            async work =>
            {
                var post = await work.Post(postId, removed: true);
                (await work.Standing(post.SpaceId)).Restore(post, work.Now);
                work.Record(Verb.Restored, post.SpaceId, ThingKind.Post, post.Id, post.Id, post.AuthorId);
            }
        );

    public Task RemoveComment(Viewer viewer, Guid commentId) =>
        store.Write(
            viewer,
            async work =>
            {
                var (post, comment) = await work.Comment(commentId);
                (await work.Standing(post.SpaceId)).Remove(post, comment, work.Now);
                await work.Count(post.Id, -1);
                work.Record(Verb.Removed, post.SpaceId, ThingKind.Comment, comment.Id, post.Id, comment.AuthorId);
            }
        );

    public Task RestoreComment(Viewer viewer, Guid commentId) =>
        store.Write(
            viewer,
            async work =>
            {
                var (post, comment) = await work.Comment(commentId, removed: true);
                (await work.Standing(post.SpaceId)).Restore(comment, work.Now);
                await work.Count(post.Id, 1);
                work.Record(Verb.Restored, post.SpaceId, ThingKind.Comment, comment.Id, post.Id, comment.AuthorId);
            }
        );

    public Task Pin(Viewer viewer, Guid postId, bool pinned) =>
        store.Write(
            viewer,
            async work =>
            {
                var post = await work.Post(postId);
                var others = await work.Db.Posts.CountAsync(p =>
                    p.SpaceId == post.SpaceId && p.PinnedAt != null && p.RemovedAt == null && p.Id != postId
                );
                (await work.Standing(post.SpaceId)).Pin(post, pinned ? work.Now : null, others);
                work.Record(pinned ? Verb.Pinned : Verb.Unpinned, post.SpaceId, ThingKind.Post, post.Id, post.Id, post.AuthorId);
            }
        );

    /// <summary>How a post or answer read before, newest first; gone with the text when that is removed.</summary>
    public Task<List<Revision>> History(Viewer viewer, Guid thingId) =>
        store.Read(
            viewer,
            db =>
                db.Revisions.Where(r =>
                        r.ThingId == thingId
                        && (
                            db.Posts.Any(p => p.Id == thingId && p.RemovedAt == null)
                            || db.Comments.Any(c =>
                                c.Id == thingId && c.RemovedAt == null && db.Posts.Any(p => p.Id == c.PostId && p.RemovedAt == null)
                            )
                        )
                    )
                    .OrderByDescending(r => r.At)
                    .Take(50)
                    .ToListAsync()
        );

    /// <summary>The text as it was written, for the one who may edit it.</summary>
    public Task<(string? Title, string Markdown)> Source(Viewer viewer, Guid postId, Guid? commentId) =>
        store.Read(
            viewer,
            async db =>
            {
                var post = await db.Posts.SingleOrDefaultAsync(p => p.Id == postId);
                var member = post is not null && viewer.PersonId is { } me ? await db.Standing(post.SpaceId, me) : null;
                if (post is null || member is null)
                    throw new Refusal("There is no such text, or you cannot see it.");
                if (commentId is not { } id)
                    return member.MayEdit(post) ? (post.Title, post.Body.Markdown) : throw new Refusal("Only its author can edit a post.");
                var comment = await db.Comments.SingleOrDefaultAsync(c => c.Id == id && c.PostId == postId);
                return comment is not null && member.MayEdit(post, comment)
                    ? ((string?)null, comment.Body.Markdown)
                    : throw new Refusal("Only its author can edit an answer.");
            }
        );
}
