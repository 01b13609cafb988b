using Intranet.App.Data;
using Intranet.Domain.Feeds;
using Intranet.Domain.Spaces;
using Microsoft.EntityFrameworkCore;

namespace Intranet.App.Feeds;

/// <summary>What somebody may do here, asked when a menu or a composer is opened.</summary>
public sealed class Choices(Store store)
{
    private const int MostSpaces = 400;

    public Task<PostChoices> Of(Viewer viewer, Guid postId, Guid? commentId) =>
        store.Read(
            viewer,
            async db =>
            {
                var post = await db.Posts.SingleOrDefaultAsync(p => p.Id == postId && p.RemovedAt == null);
                if (post is null)
                    return default;
                var member = viewer.PersonId is { } me ? await db.Standing(post.SpaceId, me) : null;
                if (commentId is not { } id)
                    return member is null
                        ? new PostChoices(false, false, false, post.EditedAt is not null)
                        : new PostChoices(member.MayEdit(post), member.MayRemove(post), member.MayPin(post), post.EditedAt is not null);
                var comment = await db.Comments.SingleOrDefaultAsync(c => c.Id == id && c.PostId == postId && c.RemovedAt == null);
                return comment is null ? default
                    : member is null ? new PostChoices(false, false, false, comment.EditedAt is not null)
                    : new PostChoices(
                        member.MayEdit(post, comment),
                        member.MayRemove(post, comment),
                        Pin: false,
                        comment.EditedAt is not null
                    );
            }
        );

    /// <summary>The spaces a person may write in, by name.</summary>
    public Task<List<SpaceChoice>> Spaces(Viewer viewer) =>
        store.Read(
            viewer,
            async db =>
                (
                    await db
                        .Memberships.Include(m => m.Space)
                        .Where(m => m.PersonId == viewer.PersonId && (m.EndsAt == null || m.EndsAt > db.Now))
                        .OrderBy(m => m.Space.Name)
                        .Take(MostSpaces)
                        .ToListAsync()
                )
                    .Where(m => m.MayTakePart)
                    .Select(m => new SpaceChoice(m.SpaceId, m.Space.Name, m.MayPublish(PostKind.Announcement)))
                    .ToList()
        );
}
