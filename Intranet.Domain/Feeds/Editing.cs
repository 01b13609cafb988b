using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Feeds;

/// <summary>How what was said is changed, removed, brought back and pinned. Having written something is not access: without a membership there is no editing.</summary>
public static class Editing
{
    /// <summary>How long a removal can be undone.</summary>
    public static readonly TimeSpan Regret = TimeSpan.FromHours(24);

    /// <summary>What stands on top of everything should be little.</summary>
    public const int MostPinned = 3;

    extension(Membership member)
    {
        public bool MayEdit(Post post) => member.MayReact(post) && post.AuthorId == member.PersonId;

        public bool MayEdit(Post post, Comment comment) => member.MayReact(post) && !comment.Removed && comment.AuthorId == member.PersonId;

        public Revision Edit(Post post, string? title, Body body, DateTimeOffset at)
        {
            if (!member.MayEdit(post))
                throw new Refusal("Only its author can edit a post.");
            var before = Before(post.Id, member, post.Title, post.Body, at);
            post.Rewrite(title, body, at);
            return before;
        }

        public Revision Edit(Post post, Comment comment, Body body, DateTimeOffset at)
        {
            if (!member.MayEdit(post, comment))
                throw new Refusal("Only its author can edit an answer.");
            var before = Before(comment.Id, member, null, comment.Body, at);
            comment.Rewrite(body, at);
            return before;
        }

        public bool MayRemove(Post post) => member.MayReact(post) && (post.AuthorId == member.PersonId || member.MayModerate);

        public bool MayRemove(Post post, Comment comment) =>
            member.MayReact(post) && !comment.Removed && (comment.AuthorId == member.PersonId || member.MayModerate);

        public void Remove(Post post, DateTimeOffset at)
        {
            if (!member.MayRemove(post))
                throw new Refusal("The author or a moderator removes a post.");
            post.Remove(member.PersonId, at);
        }

        public void Remove(Post post, Comment comment, DateTimeOffset at)
        {
            if (!member.MayRemove(post, comment))
                throw new Refusal("The author or a moderator removes an answer.");
            comment.Remove(member.PersonId, at);
            if (post.AcceptedCommentId == comment.Id)
                post.Accept(null);
        }

        public bool MayRestore(Post post, DateTimeOffset at) => MayBringBack(member, post.SpaceId, post.RemovedById, post.RemovedAt, at);

        public bool MayRestore(Comment comment, DateTimeOffset at) =>
            MayBringBack(member, comment.SpaceId, comment.RemovedById, comment.RemovedAt, at);

        public void Restore(Post post, DateTimeOffset at)
        {
            if (!member.MayRestore(post, at))
                throw new Refusal(TooLate);
            post.Restore();
        }

        public void Restore(Comment comment, DateTimeOffset at)
        {
            if (!member.MayRestore(comment, at))
                throw new Refusal(TooLate);
            comment.Restore();
        }

        public bool MayPin(Post post) => member.MayReact(post) && member.MayModerate;

        /// <summary>Pins a post, or takes it down with null; <paramref name="others"/> counts what is pinned besides.</summary>
        public void Pin(Post post, DateTimeOffset? at, int others)
        {
            if (!member.MayPin(post))
                throw new Refusal("Owners and moderators pin posts.");
            if (at is not null && others >= MostPinned)
                throw new Refusal($"{MostPinned} posts are pinned here already. Take one of them down first.");
            post.Pin(at);
        }
    }

    private const string TooLate = "Whoever removed it can bring it back, for 24 hours.";

    private static bool MayBringBack(Membership member, Guid spaceId, Guid? removedBy, DateTimeOffset? removedAt, DateTimeOffset at) =>
        !member.Space.Archived && member.SpaceId == spaceId && removedBy == member.PersonId && removedAt is { } then && at - then <= Regret;

    private static Revision Before(Guid thingId, Membership member, string? title, Body body, DateTimeOffset at) =>
        new(Guid.CreateVersion7(at), thingId, member.SpaceId, member.PersonId, title, body.Markdown, body.Html, at);
}
