using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Feeds;

/// <summary>What a member may say in a space, and the rules of saying it.</summary>
public static class Publishing
{
    extension(Membership member)
    {
        public bool MayPublish(PostKind kind) => !member.Space.Archived && (kind != PostKind.Announcement || member.MayModerate);

        public Post Publish(Guid id, PostKind kind, string? title, Body body, string clientKey, DateTimeOffset at)
        {
            member.MustBeOpenForWriting();
            if (!member.MayPublish(kind))
                throw new Refusal("Announcements are for the owners and moderators of a space. Publish it as an update instead.");
            return new Post(id, member.SpaceId, member.PersonId, kind, title, body, clientKey, at);
        }

        public bool MayComment(Post post) => !member.Space.Archived && !post.Removed && post.SpaceId == member.SpaceId;

        public Comment Comment(Guid id, Post post, Comment? parent, Body body, string clientKey, DateTimeOffset at)
        {
            member.MustBeOpenForWriting();
            if (!member.MayComment(post))
                throw new Refusal("This post was removed, so it takes no more answers.");
            if (parent is not null && parent.PostId != post.Id)
                throw new Refusal("That answer belongs to another post.");
            post.Count(1);
            return new Comment(id, post, parent, member.PersonId, body, clientKey, at);
        }

        public bool MayReact(Post post) => !member.Space.Archived && !post.Removed && post.SpaceId == member.SpaceId;

        public Reaction React(Post post, Comment? comment, ReactionKind kind, DateTimeOffset at)
        {
            member.MustBeOpenForWriting();
            if (!member.MayReact(post) || comment is { Removed: true })
                throw new Refusal("This was removed, so it takes no more reactions.");
            return new Reaction(Guid.CreateVersion7(at), comment?.Id ?? post.Id, post.Id, post.SpaceId, member.PersonId, kind, at);
        }

        private void MustBeOpenForWriting()
        {
            if (member.Space.Archived)
                throw new Refusal("This space is archived. An owner can reopen it.");
        }
    }
}
