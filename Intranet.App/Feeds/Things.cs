using Intranet.App.Data;
using Intranet.Domain.Access;
using Intranet.Domain.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>Finds what an act is done to, or refuses without telling whether it exists.</summary>
internal static class Things
{
    public static async Task<Post> Post(this Work work, Guid id, bool removed = false) =>
        await work.Db.Posts.SingleOrDefaultAsync(p => p.Id == id && (removed || p.RemovedAt == null))
        ?? throw new Refusal("There is no such post, or you cannot see it.");

    public static async Task<(Post Post, Comment Comment)> Comment(this Work work, Guid id, bool removed = false)
    {
        var comment =
            await work.Db.Comments.SingleOrDefaultAsync(c => c.Id == id && (removed || c.RemovedAt == null))
            ?? throw new Refusal("There is no such answer, or you cannot see it.");
        return (await work.Post(comment.PostId), comment);
    }

    /// <summary>Counted by the database itself, so that two answers at once make two.</summary>
    public static Task Count(this Work work, Guid postId, int by) =>
        work.Db.Posts.Where(p => p.Id == postId).ExecuteUpdateAsync(set => set.SetProperty(p => p.CommentCount, p => p.CommentCount + by));
}
