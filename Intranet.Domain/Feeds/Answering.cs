using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Feeds;

/// <summary>How members answer a post, react to it, vote in it, and settle a question.</summary>
public static class Answering
{
    extension(Membership member)
    {
        /// <summary>Whether the space takes anything from its members at all.</summary>
        public bool MayTakePart => !member.Space.Archived;

        public bool MayComment(Post post) => member.MayTakePart && !post.Removed && post.SpaceId == member.SpaceId;

        public Comment Comment(Guid id, Post post, Comment? parent, Body body, string clientKey, DateTimeOffset at)
        {
            member.MustBeOpenForWriting();
            if (!member.MayComment(post))
                throw new Refusal("This post was removed, so it takes no more answers.");
            if (parent is not null && parent.PostId != post.Id)
                throw new Refusal("That answer belongs to another post.");
            if (parent is { Removed: true })
                throw new Refusal("That answer was removed. Answer the post instead.");
            return new Comment(id, post, parent, member.PersonId, body, clientKey, at);
        }

        public bool MayReact(Post post) => member.MayTakePart && !post.Removed && post.SpaceId == member.SpaceId;

        public Reaction React(Post post, Comment? comment, ReactionKind kind, DateTimeOffset at)
        {
            member.MustBeOpenForWriting();
            if (!member.MayReact(post) || comment is { Removed: true })
                throw new Refusal("This was removed, so it takes no more reactions.");
            if (!Enum.IsDefined(kind))
                throw new Refusal("There is no such reaction.");
            return new Reaction(Guid.CreateVersion7(at), comment?.Id ?? post.Id, post.Id, post.SpaceId, member.PersonId, kind, at);
        }

        public bool MayVote(Post post, DateTimeOffset at) =>
            post.Kind == PostKind.Poll && member.MayReact(post) && (post.PollEndsAt is null || post.PollEndsAt > at);

        public PollVote Vote(Post post, PollOption option, DateTimeOffset at)
        {
            member.MustBeOpenForWriting();
            if (option.PostId != post.Id || !member.MayVote(post, at))
                throw new Refusal("This poll has ended.");
            return new PollVote(post.Id, member.PersonId, option.Id, post.SpaceId, at);
        }

        public bool MayAccept(Post post) =>
            post.Kind == PostKind.Question && member.MayComment(post) && (post.AuthorId == member.PersonId || member.MayModerate);

        /// <summary>Marks the answer that settled the question, or takes the mark back with null.</summary>
        public void Accept(Post post, Comment? answer)
        {
            member.MustBeOpenForWriting();
            if (!member.MayAccept(post))
                throw new Refusal("The person who asked, or a moderator, accepts an answer.");
            if (answer is not null && (answer.PostId != post.Id || answer.Removed))
                throw new Refusal("That answer is not there any more.");
            post.Accept(answer?.Id);
        }
    }
}
