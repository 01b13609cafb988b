using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Documents.Sharing;

/// <summary>Opening a document, or a folder, to people without an account; and taking that back.</summary>
public static class Linking
{
    extension(Space space)
    {
        /// <summary>What is said in a client room or a secret space stays among those who were let in one by one.</summary>
        public bool LetsLinksOut => space.Purpose != SpacePurpose.ClientRoom && space.Openness != Openness.Secret && !space.Archived;
    }

    extension(Membership member)
    {
        /// <summary>Members, not guests: who was let in for some time does not let others in.</summary>
        public bool MayLink => member.Role > SpaceRole.Guest && member.Space.LetsLinksOut;

        public ShareLink Link(Guid id, Node node, ShareKind kind, LinkTerms terms, string clientKey, DateTimeOffset at)
        {
            member.MustFile();
            if (member.Space.Purpose == SpacePurpose.ClientRoom || member.Space.Openness == Openness.Secret)
                throw new Refusal("Nothing of a client room or a secret space goes out by a link. Invite people instead.");
            if (!member.MayLink)
                throw new Refusal("Members of the space make links; guests do not.");
            if (node.SpaceId != member.SpaceId || node.Removed)
                throw new Refusal("This is not here any more.");
            if (kind == ShareKind.Receive && !node.IsFolder)
                throw new Refusal("Files are asked for into a folder.");
            if (terms.ExpiresAt <= at || terms.ExpiresAt > at + ShareLink.Longest)
                throw new Refusal($"A link ends within {ShareLink.Longest.Days} days.");
            if (terms.Downloads is < 1 or > ShareLink.MostDownloads)
                throw new Refusal($"A link allows between 1 and {ShareLink.MostDownloads:N0} downloads, or any number.");
            if (OneLine.Of(terms.Title).Length > ShareLink.TitleLimit)
                throw new Refusal($"The words above a link have at most {ShareLink.TitleLimit} characters.");
            return new ShareLink(id, node, kind, member.PersonId, terms, clientKey, at);
        }

        /// <summary>Whether the member decides what becomes of a file that an outsider has handed in.</summary>
        public bool MayTakeIn(Received received) => member.MayFile && member.Role > SpaceRole.Guest && received.SpaceId == member.SpaceId;

        /// <summary>It is taken in or thrown away by this member.</summary>
        public void Decide(Received received)
        {
            member.MustFile();
            if (!member.MayTakeIn(received))
                throw new Refusal("Members of the space take in what was handed in; guests do not.");
        }

        public bool MayWithdraw(ShareLink link, DateTimeOffset at) =>
            link.SpaceId == member.SpaceId && link.Holds(at) && (link.MadeById == member.PersonId || member.MayModerate);

        public void Withdraw(ShareLink link, DateTimeOffset at)
        {
            if (link.SpaceId != member.SpaceId || (link.MadeById != member.PersonId && !member.MayModerate))
                throw new Refusal("Whoever made the link, or a moderator, takes it back.");
            if (link.Holds(at))
                link.Withdraw(member.PersonId, at);
        }
    }
}
