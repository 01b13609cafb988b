using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Feeds;

/// <summary>What a member may say to a space, and the rules of saying it.</summary>
public static class Publishing
{
    extension(Membership member)
    {
        public bool MayPublish(PostKind kind) => !member.Space.Archived && (kind != PostKind.Announcement || member.MayModerate);

        public Post Publish(Guid id, PostKind kind, string? title, Body body, string clientKey, DateTimeOffset at) =>
            member.Publish(new Post(id, member.SpaceId, member.PersonId, kind, title, body, clientKey, at));

        /// <summary>A poll is a post with two to ten options; it may end by itself.</summary>
        public (Post Post, IReadOnlyList<PollOption> Options) AskAround(
            Guid id,
            string? title,
            Body body,
            IReadOnlyList<string> options,
            DateTimeOffset? ends,
            string clientKey,
            DateTimeOffset at
        )
        {
            if (ends <= at)
                throw new Refusal("A poll ends in the future. Choose a later time, or leave it open.");
            var post = new Post(id, member.SpaceId, member.PersonId, PostKind.Poll, title, body, clientKey, at) { PollEndsAt = ends };
            var texts = PollOption.Within(options);
            return (
                member.Publish(post),
                [.. texts.Select((text, order) => new PollOption(Guid.CreateVersion7(at), id, member.SpaceId, order, text))]
            );
        }

        /// <summary>Praise names one to ten people, and never oneself alone.</summary>
        public (Post Post, IReadOnlyList<Praise> Praises) Thank(
            Guid id,
            string? title,
            Body body,
            IReadOnlyCollection<Guid> people,
            string clientKey,
            DateTimeOffset at
        )
        {
            Guid[] named = [.. people.Distinct().Where(person => person != member.PersonId)];
            if (named.Length is 0 or > Praise.MostPeople)
                throw new Refusal($"Praise names between one and {Praise.MostPeople} colleagues.");
            var post = member.Publish(id, PostKind.Praise, title, body, clientKey, at);
            return (post, [.. named.Select(person => new Praise(id, person, member.SpaceId))]);
        }

        /// <summary>Passes a post of another space on; what it says stays where it is, under the sight of its own space.</summary>
        public Post Share(Guid id, Post source, Body body, string clientKey, DateTimeOffset at)
        {
            if (source.Removed)
                throw new Refusal("This post was removed, so it cannot be shared.");
            var original = source.SharedPostId ?? source.Id;
            return member.Publish(
                new Post(id, member.SpaceId, member.PersonId, PostKind.Update, null, body, clientKey, at) { SharedPostId = original }
            );
        }

        private Post Publish(Post post)
        {
            member.MustBeOpenForWriting();
            return member.MayPublish(post.Kind)
                ? post
                : throw new Refusal("Announcements are for the owners and moderators of a space. Publish it as an update instead.");
        }

        internal void MustBeOpenForWriting()
        {
            if (member.Space.Archived)
                throw new Refusal("This space is archived. An owner can reopen it.");
        }
    }
}
